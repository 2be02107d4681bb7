package dev.iomodels.stats;

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

    /** What the intervals are: {@code each interval 98.75 %}. */
    public String adjustment() {
        return (size == 1 ? "its interval " : "each interval ") + Effect.plain(100 * confidence()) + " %";
    }
}
