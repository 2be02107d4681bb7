package dev.iomodels.stats;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A positive quantity, as estimated from one value for each fork: forks are the replicates, their logarithms are taken
 * to be normal.
 *
 * @param forks how many values there were
 * @param value exp of the mean logarithm
 * @param spread standard deviation of the logarithms: about the coefficient of variation; 0 for one fork
 */
public record Estimate(int forks, double value, double spread) {
    private static final int INTERVAL_FROM = 3;
    private static final double TWO_SIDED_95 = 0.975;

    /** The estimate from these values, all above 0. @throws IllegalArgumentException if there are none, or one is not */
    public static Estimate of(List<Double> values) {
        if (values.isEmpty()) throw new IllegalArgumentException("no values");
        if (values.stream().anyMatch(value -> !(value > 0)))
            throw new IllegalArgumentException("not all above 0: " + values);
        double mean = values.stream().mapToDouble(Math::log).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> Math.pow(Math.log(value) - mean, 2))
                .sum();
        double spread = values.size() == 1 ? 0 : Math.sqrt(squares / (values.size() - 1));
        return new Estimate(values.size(), Math.exp(mean), spread);
    }

    /**
     * The factor f by which the 95 % interval reaches from {@code value ÷ f} to {@code value × f}: exp(t(.975, F − 1) · s
     * / √F). Empty below three forks, where an interval says nothing.
     */
    public OptionalDouble factor() {
        if (forks < INTERVAL_FROM) return OptionalDouble.empty();
        double t = TDistribution.of(forks - 1).inverseCumulativeProbability(TWO_SIDED_95);
        return OptionalDouble.of(Math.exp(t * spread / Math.sqrt(forks)));
    }
}
