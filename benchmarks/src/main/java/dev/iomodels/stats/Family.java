package dev.iomodels.stats;

import java.util.Optional;

/**
 * Comparisons that are looked at together: those with one baseline, in one scenario, of one metric. Who looks at ten
 * intervals of 95 % expects one wrong one in every second table; so each is made wider, until all of them together hold
 * their truths in 95 % of tables (Bonferroni; O. J. Dunn, "Multiple comparisons among means", JASA 56, 1961).
 *
 * @param size how many comparisons, from 1
 */
public record Family(int size) {
    /** How often any interval of a family may miss. */
    public static final double ALPHA = 0.05;

    public Family {
        if (size < 1) throw new IllegalArgumentException("a family of " + size);
    }

    /** Confidence of each interval: 1 − α/m. */
    public double confidence() {
        return 1 - ALPHA / size;
    }

    /**
     * Confidence of the interval that has to lie within ±δ for two to be called the same: 1 − 2α/m, because two one-sided
     * tests at α each are asked of it (D. J. Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987).
     */
    public double equivalence() {
        return 1 - 2 * ALPHA / size;
    }

    /** The interval of {@code difference} in this family; empty below three forks. */
    public Optional<Range> range(Difference difference) {
        return difference.range(confidence());
    }

    /**
     * The smallest difference that would have been seen, as a share: half the width of the interval. An observed difference
     * smaller than this could not have been told from none. Empty below three forks.
     */
    public Optional<Double> smallestVisible(Difference difference) {
        return range(difference).map(range -> Math.expm1(difference.reach(confidence())));
    }

    /** What the intervals are, in a line. */
    public String adjustment() {
        if (size == 1) return "1 comparison, its interval 95 %";
        return size + " comparisons, each interval " + Effect.decimals(100 * confidence(), 2)
                + " % so that all together are 95 % (Bonferroni)";
    }
}
