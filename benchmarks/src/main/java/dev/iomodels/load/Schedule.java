package dev.iomodels.load;

import java.util.SplittableRandom;

/**
 * When pages are to be asked for, in nanoseconds since the load's begin: evenly spaced, page i at i ÷ rate; or as a Poisson
 * process, with exponential gaps that a seed fixes. Nothing adds up to a drift. Confined to one thread.
 */
final class Schedule {
    private final double nanosPerPage;
    private final boolean poisson;
    private final SplittableRandom random;
    private long pages;
    private double atNanos;

    Schedule(Load.Open load, long seed) {
        this.nanosPerPage = 1e9 / load.ratePerSecond();
        this.poisson = load.poisson();
        this.random = new SplittableRandom(seed);
    }

    /** When the next page is due. The first one of an even schedule is due at 0. */
    long next() {
        if (!poisson) return (long) (pages++ * nanosPerPage);
        // 1 - u is in (0, 1]: the logarithm of 0 would be a page that never comes.
        atNanos -= Math.log(1 - random.nextDouble()) * nanosPerPage;
        return (long) atNanos;
    }

    /** How many pages come due in {@code nanos}, on the average. */
    double expected(long nanos) {
        return nanos / nanosPerPage;
    }
}
