package dev.iomodels.demo;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.OwnModels;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model that is shown.
 *
 * @param argument what was asked for behind the colon; empty if nothing was
 */
public record Entry(IoModel model, String argument) {
    /** What is shown unless something else is asked for; the user's own besides. */
    public static final List<String> USUAL =
            List.of("blocking", "thread-pool", "process-pool", "virtual-thread", "selector", "raw-selector");

    /** How many threads a pool has at the most that is as large as the round. */
    static final int MOST_THREADS = 200;

    private static final String ALL = "all";
    private static final String WITHOUT_NETWORK = "noop";

    /**
     * The models that {@code text} names, with commas; the usual ones if it is blank.
     *
     * @throws IllegalArgumentException if it names one that there is not, or that has nothing to show, or an argument that cannot be
     */
    public static List<Entry> parse(String text, OwnModels known) {
        Set<Entry> entries = new LinkedHashSet<>();
        for (String name : names(text, known)) entries.add(entry(name, known));
        return List.copyOf(entries);
    }

    private static List<String> names(String text, OwnModels known) {
        List<String> names = new ArrayList<>();
        if (text.isBlank()) {
            names.addAll(USUAL);
            known.own().forEach(own -> names.add(own.name()));
            return names;
        }
        for (String name : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            if (!name.equals(ALL)) {
                names.add(name);
                continue;
            }
            names.addAll(USUAL);
            known.all().stream()
                    .map(IoModel::name)
                    .filter(one -> !one.equals(WITHOUT_NETWORK) && !USUAL.contains(one))
                    .forEach(names::add);
        }
        return names;
    }

    private static Entry entry(String text, OwnModels known) {
        int colon = text.indexOf(':');
        IoModel model = known.named(colon < 0 ? text : text.substring(0, colon));
        if (model.name().equals(WITHOUT_NETWORK))
            throw new IllegalArgumentException("model \"" + WITHOUT_NETWORK
                    + "\": has no network, so nobody waits; it measures the harness in run; try selector");
        if (colon == text.length() - 1)
            throw new IllegalArgumentException("\"" + text + "\": nothing after the colon; try " + model.name());
        Entry entry = new Entry(model, colon < 0 ? "" : text.substring(colon + 1));
        entry.resolved(1);
        return entry;
    }

    private String resolved(int pages) {
        return model.resolve(argument, Math.min(pages, MOST_THREADS));
    }

    /** As reports write it: {@code thread-pool-10}. */
    String label(int pages) {
        String resolved = resolved(pages);
        return resolved.isEmpty() ? model.name() : model.name() + "-" + resolved;
    }

    /** Why it cannot take its turn in {@code round}; empty if it can. */
    Optional<String> lacks(Round round) {
        int here = Runtime.version().feature();
        if (here < model.minimumJdk()) return Optional.of("needs JDK " + model.minimumJdk() + ", this is JDK " + here);
        if (round.overTls() && !model.tls()) return Optional.of("cannot fetch over TLS");
        if (round.ofSeveralHosts() && !model.severalHosts())
            return Optional.of("fetches from one host, and these are several");
        return Optional.empty();
    }

    /** A fetcher on these terms. */
    Fetcher open(FetcherConfig terms) {
        return model.open(terms);
    }

    /** The terms for {@code pages} of {@code base}, which shows this {@code certificate} over HTTPS. */
    FetcherConfig stub(URI base, int pages, Duration timeout, Optional<X509Certificate> certificate) {
        return new FetcherConfig(base, resolved(pages), pages, timeout, certificate);
    }

    /** The terms for {@code pages} of anybody, one of them at {@code base}, and of a stub that shows this {@code certificate}. */
    FetcherConfig anywhere(URI base, int pages, Duration timeout, Optional<X509Certificate> certificate) {
        return new FetcherConfig(base, resolved(pages), pages, timeout, certificate, true);
    }
}
