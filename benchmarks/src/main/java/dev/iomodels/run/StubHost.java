package dev.iomodels.run;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.Connections;
import dev.iomodels.result.StubFacts;
import dev.iomodels.result.StubPlace;
import dev.iomodels.result.Tls;
import dev.iomodels.stub.StubCertificate;
import dev.iomodels.stub.StubInterval;
import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubProcess;
import dev.iomodels.stub.StubStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The stub of a run: a process of the run's own, or one that runs elsewhere.
 *
 * @param certificate what it shows over TLS, and all that is trusted; empty over plain HTTP
 * @param process the run's own; empty if the stub runs elsewhere
 * @param place for {@code run.json}
 */
record StubHost(URI uri, Optional<X509Certificate> certificate, Optional<StubProcess> process, StubPlace place)
        implements AutoCloseable {

    /** The one that {@code terms} speak of: one that runs already, or a new one. */
    static StubHost of(Terms terms) {
        return terms.stub().isEmpty()
                ? start(terms.stubJdk(), terms.stubCpus(), terms.tls())
                : at(URI.create(terms.stub()));
    }

    /** Starts one on {@code jdk}, pinned to {@code cpus} unless they are empty. */
    private static StubHost start(Jdk jdk, String cpus, boolean tls) {
        List<String> flags = StubProcess.JVM_ARGS;
        try {
            StubProcess process = StubProcess.start(jdk.java(), Pin.prefix(cpus), flags, StubOptions.over(tls));
            StubPlace place = new StubPlace.OwnProcess(jdk, flags, tls(process.uri(), process.certificate()));
            return new StubHost(process.uri(), process.certificate(), Optional.of(process), place);
        } catch (IOException e) {
            throw new UncheckedIOException("no stub on " + jdk + ": " + e.getMessage(), e);
        }
    }

    /** Uses the one at {@code uri}. @throws IllegalArgumentException if none answers there */
    static StubHost at(URI uri) {
        try {
            Optional<X509Certificate> certificate =
                    uri.getScheme().equals("https") ? Optional.of(StubCertificate.shownBy(uri)) : Optional.empty();
            StubStats stats = StubStats.read(uri, certificate);
            StubPlace place =
                    new StubPlace.Elsewhere(uri.toString(), stats.instance(), stats.jvm(), tls(uri, certificate));
            return new StubHost(uri, certificate, Optional.empty(), place);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--stub \"" + uri + "\": no stub answers there (" + e.getMessage()
                            + "); start one with: java -jar server-stub/target/server-stub.jar --port 8080",
                    e);
        }
    }

    private static Tls tls(URI uri, Optional<X509Certificate> certificate) throws IOException {
        if (certificate.isEmpty()) return Tls.NONE;
        X509Certificate shown = certificate.get();
        return new Tls(StubCertificate.agreed(uri, shown), StubCertificate.fingerprint(shown));
    }

    /** The process id of the run's own stub; -1 if it runs elsewhere. */
    long pid() {
        return process.map(own -> own.process().pid()).orElse(-1L);
    }

    /** What the stub has done so far; empty if it does not answer. */
    Optional<StubStats> stats() {
        try {
            return Optional.of(StubStats.read(uri, certificate));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What it did between two readings; empty if it did not answer for both. */
    static Optional<StubInterval> between(Optional<StubStats> from, Optional<StubStats> to) {
        return to.flatMap(later -> from.map(later::since));
    }

    /** What is to be known of a fork's measurement, and of the whole fork. */
    static StubFacts facts(Optional<StubInterval> measured, Optional<StubInterval> whole) {
        if (measured.isEmpty()) return StubFacts.UNKNOWN;
        StubInterval interval = measured.get();
        return new StubFacts(
                interval.requests(),
                interval.lateness().getValueAtPercentile(50),
                interval.lateness().getValueAtPercentile(99),
                interval.lateness().getMaxValue(),
                (double) interval.cpuNanos() / interval.nanos(),
                interval.busiestThreadShare(),
                new Connections(
                        whole.map(StubInterval::connectionsOpened).orElse(-1L),
                        interval.connectionsOpened(),
                        whole.map(StubHost::handshakes).orElse(-1L),
                        handshakes(interval),
                        List.copyOf(whole.orElse(interval).handshakes().keySet())));
    }

    private static long handshakes(StubInterval interval) {
        return interval.handshakes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        process.ifPresent(StubProcess::close);
    }
}
