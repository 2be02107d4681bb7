package dev.iomodels.report;

import dev.iomodels.result.Metric;
import dev.iomodels.stats.Estimate;
import java.util.Locale;

/**
 * An estimate for quoting: with its unit, and with as many digits as it takes to tell its interval from it.
 *
 * @param value {@code 9 987 pages/s}
 * @param certainty {@code 95 % interval [9 975, 9 999], 3 forks}
 * @param bounds {@code [9 975, 9 999]}; empty where there is no interval
 */
record Quantity(String value, String certainty, String bounds) {
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 6;

    private Quantity(String value, String certainty) {
        this(value, certainty, "");
    }

    /** {@code 9 987 pages/s [9 975, 9 999]}, for a sentence that has several. */
    String brief() {
        return bounds.isEmpty() ? value : value + " " + bounds;
    }

    /** A unit that fits a number, and how many of the metric's own unit it has. */
    private record Scale(double size, String unit) {}

    static Quantity of(Metric metric, Estimate estimate) {
        Scale scale = scale(metric.unit(), estimate.value());
        String forks = estimate.forks() == 1 ? "1 fork" : estimate.forks() + " forks";
        double value = estimate.value() / scale.size();
        return switch (metric.over()) {
            case SUM -> new Quantity(Numbers.count(value) + scale.unit(), "sum of " + forks);
            case AVERAGE ->
                new Quantity(digits(value, decimals(value, FEWEST_DIGITS)) + scale.unit(), "mean of " + forks);
            case LARGEST ->
                new Quantity(digits(value, decimals(value, FEWEST_DIGITS)) + scale.unit(), "largest of " + forks);
            case MEAN -> mean(value, estimate, scale, forks);
        };
    }

    private static Quantity mean(double value, Estimate estimate, Scale scale, String forks) {
        if (estimate.factor().isEmpty())
            return new Quantity(
                    digits(value, decimals(value, FEWEST_DIGITS)) + scale.unit(), "no interval (" + forks + ")");
        double factor = estimate.factor().getAsDouble();
        int digits = FEWEST_DIGITS;
        while (digits < MOST_DIGITS && !told(value, factor, decimals(value, digits))) digits++;
        int decimals = decimals(value, digits);
        String bounds = "[" + digits(value / factor, decimals) + ", " + digits(value * factor, decimals) + "]";
        return new Quantity(digits(value, decimals) + scale.unit(), "95 % interval " + bounds + ", " + forks, bounds);
    }

    /** Whether both ends of the interval look different from the value. */
    private static boolean told(double value, double factor, int decimals) {
        String middle = digits(value, decimals);
        return factor == 1
                || !digits(value / factor, decimals).equals(middle)
                        && !digits(value * factor, decimals).equals(middle);
    }

    private static int decimals(double value, int digits) {
        if (!(value > 0)) return 0;
        return Math.max(0, digits - 1 - (int) Math.floor(Math.log10(value)));
    }

    private static String digits(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
    }

    private static Scale scale(String unit, double value) {
        return switch (unit) {
            case "1/s" -> new Scale(1, " pages/s");
            case "ns" ->
                value < 1e3
                        ? new Scale(1, " ns")
                        : value < 1e6
                                ? new Scale(1e3, " µs")
                                : value < 1e9 ? new Scale(1e6, " ms") : new Scale(1e9, " s");
            case "B" -> value < 1e3 ? new Scale(1, " B") : value < 1e6 ? new Scale(1e3, " kB") : new Scale(1e6, " MB");
            case "" -> new Scale(1, "");
            default -> new Scale(1, " " + unit);
        };
    }
}
