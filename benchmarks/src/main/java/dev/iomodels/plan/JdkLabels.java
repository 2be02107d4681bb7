package dev.iomodels.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Names for the JDKs of one plan: what tells one from the others, fit for a file name. */
public final class JdkLabels {
    /** What may tell JDKs of one feature version apart: the version, else the vendor, else the home's own name. */
    private static final List<Function<Jdk, String>> WAYS = List.of(
            Jdk::version,
            jdk -> jdk.feature() + "-" + jdk.vendor().toLowerCase(Locale.ROOT),
            jdk -> jdk.feature() + "-"
                    + Jdk.place(java.nio.file.Path.of(jdk.home())).getFileName());

    private JdkLabels() {}

    /**
     * The same JDKs with labels that tell them apart: {@code 25} for the only one of its feature version; else {@code
     * 25.0.1}, {@code 25-eclipse-adoptium}, {@code 25-my-build} or, if they differ in nothing, {@code 25-1}.
     */
    public static List<Jdk> apart(List<Jdk> jdks) {
        List<Jdk> labelled = new ArrayList<>();
        for (Jdk jdk : jdks) {
            List<Jdk> like = jdks.stream()
                    .filter(other -> other.feature() == jdk.feature())
                    .toList();
            labelled.add(jdk.labelled(label(jdk, like)));
        }
        return labelled;
    }

    private static String label(Jdk jdk, List<Jdk> like) {
        if (like.size() == 1) return Integer.toString(jdk.feature());
        for (Function<Jdk, String> way : WAYS) {
            Set<String> names = new HashSet<>();
            // Some file systems take a name and the same in capitals for one.
            like.forEach(one -> names.add(slug(way.apply(one)).toLowerCase(Locale.ROOT)));
            if (names.size() == like.size()) return slug(way.apply(jdk));
        }
        return jdk.feature() + "-" + (like.indexOf(jdk) + 1);
    }

    private static String slug(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
    }
}
