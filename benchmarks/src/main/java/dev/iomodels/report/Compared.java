package dev.iomodels.report;

import dev.iomodels.stats.Family;
import dev.iomodels.stats.Verdict;
import dev.iomodels.stats.Words;
import java.util.List;
import java.util.Optional;

/**
 * A family of comparisons: with one baseline, in one scenario, of one metric. They share one promise of 95 %.
 *
 * @param kind what is held against what
 * @param scenario its name
 * @param words the metric, and the words for differences in it
 * @param baseline what all are held against
 * @param delta the smallest difference that matters
 * @param measurement whether there are verdicts at all: not on smoke runs
 */
record Compared(
        Kind kind,
        String scenario,
        Words words,
        String baseline,
        double delta,
        boolean measurement,
        List<Comparison> lines) {

    /** What is held against what. */
    enum Kind {
        MODELS("models", "models on the same JDK"),
        JDKS("jdks", "each model across JDKs"),
        CONTROL("control", "the control: the same contender, entered twice"),
        RUNS("runs", "B against A"),
        RATIOS("ratios", "ratio to the baseline model in B against that in A");

        private final String id;
        private final String title;

        Kind(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** In a CSV. */
        String id() {
            return id;
        }

        /** For a person. */
        String title() {
            return title;
        }
    }

    /** How many intervals share the promise; at least 1. */
    Family family() {
        return new Family((int) Math.max(1, compared()));
    }

    /** How many could be compared. */
    long compared() {
        return lines.stream().filter(line -> line.difference().isPresent()).count();
    }

    /** How many of them differ, of whatever size. */
    long differing() {
        return lines.stream()
                .flatMap(line -> verdict(line).stream())
                .filter(verdict -> verdict.kind().differs())
                .count();
    }

    /** Whether any of them has enough forks for words. */
    boolean speaks() {
        return lines.stream().flatMap(line -> verdict(line).stream()).anyMatch(Compared::speaks);
    }

    private static boolean speaks(Verdict verdict) {
        return verdict.kind() != Verdict.Kind.NONE;
    }

    /** The verdict on one of its lines; empty if it could not be compared. */
    Optional<Verdict> verdict(Comparison line) {
        return line.difference()
                .map(difference -> measurement
                        ? Verdict.of(difference, family(), delta)
                        : Verdict.none(difference, family(), delta));
    }

    /** The same in words; the control's is called what it is. */
    Optional<String> text(Comparison line) {
        return verdict(line).map(verdict -> (kind == Kind.CONTROL ? "control: " : "") + verdict.text(words));
    }

    /** {@code thread-pool-200@25: 3 of 4 differ, each interval 98.75 %}. */
    String summary() {
        String from = baseline + ": ";
        if (compared() == 0) return from + "nothing to compare";
        if (!measurement) return from + "no verdict: not a measurement";
        if (!speaks()) return from + "no verdict below five forks";
        return from + differing() + " of " + compared() + (differing() == 1 && compared() == 1 ? " differs" : " differ")
                + ", " + family().adjustment();
    }
}
