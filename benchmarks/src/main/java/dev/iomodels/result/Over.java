package dev.iomodels.result;

/** What stands for several forks: the mean of the logarithms; of what may be 0, the plain mean; the largest value; or the sum. */
public enum Over {
    /** The mean of the logarithms. */
    MEAN,
    /** The plain mean. */
    AVERAGE,
    /** The largest value. */
    LARGEST,
    /** The sum. */
    SUM
}
