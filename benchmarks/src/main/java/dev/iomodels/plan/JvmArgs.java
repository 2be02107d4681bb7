package dev.iomodels.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags of every fork's JVM: the usual ones, and those asked for, which take the place of usual ones of their kind. */
public final class JvmArgs {
    private static final String HEAP = "heap";
    private static final String LEAST_HEAP = "-Xms";
    private static final String MOST_HEAP = "-Xmx";
    private static final Pattern SETS_HEAP =
            Pattern.compile("-Xm[sx].*|-XX:(Initial|Min|Max)HeapSize=.*|-XX:\\w*RAM(Percentage|Fraction)?=.*");
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");
    private static final Pattern NAMED = Pattern.compile("-XX:[+-]?(\\w+)(=.*)?");
    /** With these a JVM would do something else than measure. */
    private static final Set<String> ELSE = Set.of(
            "-jar",
            "-cp",
            "-classpath",
            "--class-path",
            "-m",
            "--module",
            "-version",
            "--version",
            "-fullversion",
            "-help",
            "--help",
            "-h",
            "-?",
            "-X");

    private JvmArgs() {}

    /**
     * {@link Terms#JVM_ARGS} with {@code text}, flags separated by blanks. A collector takes the place of the usual one, a
     * heap size that of both usual ones; -Xmx alone also sets -Xms, and the other way round, so that the heap stays fixed.
     *
     * @throws IllegalArgumentException if a word is no flag, or one that has no place in a fork
     */
    public static List<String> with(String text) {
        List<String> given = new ArrayList<>(Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
        given.forEach(JvmArgs::check);
        boolean least = given.stream().anyMatch(flag -> flag.startsWith(LEAST_HEAP));
        boolean most = given.stream().anyMatch(flag -> flag.startsWith(MOST_HEAP));
        if (most && !least) given.add(0, LEAST_HEAP + last(given, MOST_HEAP));
        if (least && !most) given.add(MOST_HEAP + last(given, LEAST_HEAP));
        List<String> kinds = given.stream().map(JvmArgs::kind).toList();
        List<String> all = new ArrayList<>();
        for (String usual : Terms.JVM_ARGS) if (!kinds.contains(kind(usual))) all.add(usual);
        all.addAll(given);
        return List.copyOf(all);
    }

    private static String last(List<String> flags, String start) {
        return flags.stream()
                .filter(flag -> flag.startsWith(start))
                .reduce((first, second) -> second)
                .orElseThrow()
                .substring(start.length());
    }

    private static String kind(String flag) {
        if (SETS_HEAP.matcher(flag).matches()) return HEAP;
        if (COLLECTOR.matcher(flag).matches()) return "collector";
        Matcher named = NAMED.matcher(flag);
        return named.matches() ? named.group(1) : flag;
    }

    private static void check(String word) {
        if (!word.startsWith("-"))
            throw new IllegalArgumentException("\"" + word + "\": a JVM's flag begins with -, and has no blank inside; "
                    + "try \"-Xmx1g -XX:+UseZGC --add-opens=java.base/java.lang=ALL-UNNAMED\"");
        if (ELSE.contains(word) || word.startsWith("-Diomodels."))
            throw new IllegalArgumentException(
                    "\"" + word + "\": the forks need their own; give flags such as \"-Xmx1g -XX:+UseZGC\"");
    }
}
