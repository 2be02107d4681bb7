package dev.iomodels.stats;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far one thing is from another, as estimated from forks: a mean of differences of natural logarithms, so that {@code
 * exp} of it is a ratio. The forks' logarithms are taken to be normal.
 *
 * @param mean of ln(value) − ln(baseline)
 * @param error standard error of the mean; 0 if n is 1, which tells nothing of the spread
 * @param degreesOfFreedom that the error rests on
 * @param n how many differences there were; with two samples, how many values the smaller one has
 */
public record Difference(double mean, double error, double degreesOfFreedom, int n) {
    private static final int INTERVAL_FROM = 3;

    /**
     * Paired by block: in a block both were measured next to each other, so what drifts from block to block hits both and
     * cancels out. Empty if no block has both.
     *
     * @param values by block, all above 0
     * @param baseline the same of the baseline; blocks that only one of them has are left out
     */
    public static Optional<Difference> paired(Map<Integer, Double> values, Map<Integer, Double> baseline) {
        SortedMap<Integer, Double> both = new TreeMap<>(values);
        both.keySet().retainAll(baseline.keySet());
        if (both.isEmpty()) return Optional.empty();
        return Optional.of(ofMean(both.entrySet().stream()
                .mapToDouble(one -> Math.log(one.getValue()) - Math.log(baseline.get(one.getKey())))
                .toArray()));
    }

    /**
     * Between two samples that share nothing, such as the forks of two runs: Welch's, for spreads that may differ (B. L. Welch,
     * "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34,
     * 1947).
     *
     * @param values all above 0, at least one
     * @param baseline the same of the baseline
     */
    public static Difference welch(DoubleStream values, DoubleStream baseline) {
        return ofMean(values.map(Math::log).toArray())
                .minus(ofMean(baseline.map(Math::log).toArray()));
    }

    /** The mean of these logarithms, as a difference from nothing. @throws IllegalArgumentException if there are none, or one is no number */
    static Difference ofMean(double... logarithms) {
        if (logarithms.length == 0) throw new IllegalArgumentException("no values");
        if (!DoubleStream.of(logarithms).allMatch(Double::isFinite))
            throw new IllegalArgumentException("not all values are above 0");
        int n = logarithms.length;
        double mean = DoubleStream.of(logarithms).average().orElseThrow();
        double squares = DoubleStream.of(logarithms)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        return new Difference(mean, n == 1 ? 0 : Math.sqrt(squares / (n - 1) / n), n - 1, n);
    }

    /**
     * This less {@code other}, where the two share no fork. The degrees of freedom are Satterthwaite's ("An approximate
     * distribution of estimates of variance components", Biometrics Bulletin 2, 1946); without any spread, those of both.
     */
    public Difference minus(Difference other) {
        double own = error * error;
        double others = other.error * other.error;
        int least = Math.min(n, other.n);
        double degrees = own + others == 0
                ? degreesOfFreedom + other.degreesOfFreedom
                : (own + others) * (own + others) / (share(own, this) + share(others, other));
        return new Difference(mean - other.mean, Math.sqrt(own + others), least == 1 ? 0 : degrees, least);
    }

    private static double share(double variance, Difference of) {
        return variance == 0 ? 0 : variance * variance / of.degreesOfFreedom;
    }

    /** What it would be with {@code total} forks instead of {@link #n}, if mean and spread stayed what they are. Only from two forks on. */
    Difference at(int total) {
        return new Difference(
                mean, error * Math.sqrt((double) n / total), degreesOfFreedom * (total - 1) / (n - 1), total);
    }

    /** value ÷ baseline. */
    public double ratio() {
        return Math.exp(mean);
    }

    /** Where the ratio lies with this {@code confidence}, such as 0.95: two-sided, by Student's t. Empty below three forks. */
    public Optional<Range> range(double confidence) {
        if (n < INTERVAL_FROM) return Optional.empty();
        double reach = reach(confidence);
        return Optional.of(new Range(Math.exp(mean - reach), Math.exp(mean + reach)));
    }

    /** Half of the interval's width, on the scale of logarithms. */
    double reach(double confidence) {
        // Of the tail, because 1 − (1 − x) / 2 loses digits that the quantile needs.
        double tail = (1 - confidence) / 2;
        return -TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(tail) * error;
    }
}
