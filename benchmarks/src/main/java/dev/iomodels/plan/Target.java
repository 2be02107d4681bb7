package dev.iomodels.plan;

import dev.iomodels.stub.Units;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rate has to keep: a quantile of response time, and how long it may be at the most.
 *
 * @param percent which quantile, 50 to 99.9: 99 is p99
 * @param nanos the most that it may be, in nanoseconds
 */
public record Target(double percent, long nanos) {
    /** So many samples have to lie beyond a quantile for anything to be said of it. */
    private static final int BEYOND = 100;
    /** What a fork may count less than was offered, and still have as many samples. */
    private static final double RESERVE = 1.05;

    private static final double LEAST = 50;
    private static final double MOST = 99.9;
    private static final Pattern TEXT = Pattern.compile("p(\\d{2}(?:\\.\\d)?)=(.+)");
    private static final String EXAMPLE = "try p99=300ms";

    public Target {
        if (!(percent >= LEAST && percent <= MOST))
            throw new IllegalArgumentException("\"p" + plain(percent) + "\": a quantile from p50 to p99.9; " + EXAMPLE);
        if (nanos < 1)
            throw new IllegalArgumentException(
                    "\"" + nanos + "ns\": no response takes less than a nanosecond; " + EXAMPLE);
    }

    /** Reads {@code p99=300ms}. @throws IllegalArgumentException saying what is wrong, what is allowed and an example */
    public static Target parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches())
            throw new IllegalArgumentException("\"" + text
                    + "\": no target; it is a quantile of response time from p50 to p99.9 and its longest time, in one word; "
                    + EXAMPLE);
        try {
            return new Target(Double.parseDouble(parts.group(1)), Units.parseDurationNanos(parts.group(2)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\": " + e.getMessage(), e);
        }
    }

    /** How many pages have to be due in a fork, so that a hundred of them lie beyond the quantile. */
    public long pages() {
        return (long) Math.ceil(BEYOND / (1 - percent / 100) * RESERVE);
    }

    /** What the quantile is called: {@code p99}, {@code p99.9}. */
    public String quantile() {
        return "p" + plain(percent);
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /** The text that {@link #parse} reads back: {@code p99=300ms}. */
    @Override
    public String toString() {
        return quantile() + "=" + Units.duration(nanos);
    }
}
