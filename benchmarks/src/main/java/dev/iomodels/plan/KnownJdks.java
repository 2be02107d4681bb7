package dev.iomodels.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The JDKs that are known on this machine, and how those to measure are named: by feature version ({@code 17}), range
 * ({@code 21+}, {@code 17-21}), {@code all}, or home. Anything but a home means the newest build of each feature version.
 *
 * @param all each of them once
 * @param passedOver what else looked like one, a line for each, with the reason why nothing can be measured on it
 */
public record KnownJdks(List<Jdk> all, List<String> passedOver) {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:(\\+)|-(\\d{1,4}))?");
    private static final String EXAMPLE = "try 17,25 or 21+ or all or a JDK's home such as /usr/lib/jvm/jdk-21";

    private static final Comparator<Jdk> BUILDS = (one, other) -> {
        try {
            return Runtime.Version.parse(one.version()).compareTo(Runtime.Version.parse(other.version()));
        } catch (IllegalArgumentException e) {
            // A build of one's own may call itself anything: then the one found first counts.
            return 0;
        }
    };

    /** These, and nothing was passed over. */
    public KnownJdks(List<Jdk> all) {
        this(all, List.of());
    }

    /** The JDKs that {@code list} names, each once, as given and ranges upwards. @throws IllegalArgumentException naming those known */
    public List<Jdk> named(String list) {
        List<Jdk> named = new ArrayList<>();
        for (String word : words(list))
            for (Jdk jdk : matching(word.strip()))
                if (named.stream().noneMatch(one -> one.place().equals(jdk.place()))) named.add(jdk);
        return named;
    }

    /** Between commas; a home may have one in its own name. */
    private static List<String> words(String list) {
        List<String> words = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            int last = words.size() - 1;
            String joined = last < 0 ? part : words.get(last) + "," + part;
            if (last >= 0 && joined.contains("/") && Files.isDirectory(Path.of(joined.strip())))
                words.set(last, joined);
            else words.add(part);
        }
        return words;
    }

    /** The one JDK that {@code word} names. @throws IllegalArgumentException if it names none or more */
    public Jdk one(String word) {
        List<Jdk> named = named(word);
        if (named.size() == 1) return named.get(0);
        throw new IllegalArgumentException("\"" + word + "\": one JDK, not " + named.size() + "; try "
                + named.get(named.size() - 1).feature());
    }

    /** The newest of all. */
    public Jdk newest() {
        List<Jdk> newest = newestOfEachFeature();
        return newest.get(newest.size() - 1);
    }

    private List<Jdk> matching(String word) {
        if (word.equals("all")) return newestOfEachFeature();
        Matcher range = RANGE.matcher(word);
        if (range.matches()) return within(word, range);
        if (word.contains("/") || word.contains("\\") || !word.isEmpty() && Files.isDirectory(Path.of(word)))
            return List.of(Jdk.at(Path.of(word)));
        throw new IllegalArgumentException("\"" + word + "\": no JDK's number or home; " + found());
    }

    private List<Jdk> within(String word, Matcher range) {
        int least = Integer.parseInt(range.group(1));
        int most = range.group(2) != null
                ? Integer.MAX_VALUE
                : range.group(3) != null ? Integer.parseInt(range.group(3)) : least;
        if (most < least)
            throw new IllegalArgumentException("\"" + word + "\": a range goes upwards; try " + most + "-" + least);
        List<Jdk> within = newestOfEachFeature().stream()
                .filter(jdk -> jdk.feature() >= least && jdk.feature() <= most)
                .toList();
        if (!within.isEmpty()) return within;
        throw new IllegalArgumentException("\"" + word + "\": no such JDK is known here; " + found());
    }

    private List<Jdk> newestOfEachFeature() {
        TreeMap<Integer, Jdk> newest = new TreeMap<>();
        for (Jdk jdk : all)
            newest.merge(jdk.feature(), jdk, (one, other) -> BUILDS.compare(one, other) < 0 ? other : one);
        return List.copyOf(newest.values());
    }

    private String found() {
        return "found are " + this + "; " + EXAMPLE;
    }

    /** For a person: {@code 17 (/usr/lib/jvm/jdk-17), 25 (/usr/lib/jvm/jdk-25)}. */
    @Override
    public String toString() {
        return all.stream()
                        .sorted(Comparator.comparingInt(Jdk::feature))
                        .map(jdk -> jdk.feature() + " (" + jdk.home() + ")")
                        .collect(Collectors.joining(", "))
                + (passedOver.isEmpty() ? "" : "; passed over: " + String.join("; ", passedOver));
    }
}
