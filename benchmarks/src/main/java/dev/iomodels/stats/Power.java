package dev.iomodels.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/** Which differences a number of forks can show, before anything is measured. */
public final class Power {
    /** The spread between forks (as a share) that is ordinary. */
    public static final double ORDINARY_SPREAD = 0.03;

    private static final double TWO_SIDED_95 = 0.975;
    private static final double FOUR_IN_FIVE = 0.80;

    private Power() {}

    /**
     * The difference between two contenders, as a share, that a comparison paired by block would see four times in five:
     * exp((t(.975, F − 1) + t(.80, F − 1)) · s · √2 ÷ √F) − 1, the usual approximation of the power of a t test (Cohen,
     * Statistical Power Analysis, 1988) on logarithms, for a 95 % interval and two contenders whose forks vary by
     * themselves.
     *
     * @param forks of each of the two: F, at least 2
     * @param spread between the forks of one: s
     */
    public static double visible(int forks, double spread) {
        TDistribution t = TDistribution.of(forks - 1);
        double both = t.inverseCumulativeProbability(TWO_SIDED_95) + t.inverseCumulativeProbability(FOUR_IN_FIVE);
        return Math.expm1(both * spread * Math.sqrt(2) / Math.sqrt(forks));
    }
}
