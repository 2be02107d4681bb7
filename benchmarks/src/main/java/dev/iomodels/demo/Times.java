package dev.iomodels.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, for a reader, and the marks of an axis of time. */
final class Times {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /** Steps of an axis: one of these and a power of ten. */
    private static final long[] STEPS = {1, 2, 5};

    private Times() {}

    /** {@code 0.4 ms}, {@code 512 ms}, {@code 1.53 s}, {@code 61.2 s}. */
    static String text(long nanos) {
        if (nanos < 10 * MILLI) return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        // What rounds up to a second is one.
        if (nanos < SECOND - MILLI / 2) return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
        return String.format(Locale.ROOT, nanos < 60 * SECOND ? "%.2f s" : "%.1f s", nanos / 1e9);
    }

    /** The marks from 0 to {@code nanos}, as far apart as they must be for {@code most} steps at the most. */
    static List<Long> marks(long nanos, int most) {
        long step = step(nanos, most);
        List<Long> marks = new ArrayList<>();
        for (long at = 0; at <= nanos; at += step) marks.add(at);
        return marks;
    }

    /** A mark without digits that say nothing: {@code 0.5 s}, {@code 20 ms}. */
    static String mark(long nanos, long scale) {
        if (nanos == 0) return "0";
        boolean seconds = scale >= SECOND;
        return BigDecimal.valueOf(nanos)
                        .divide(BigDecimal.valueOf(seconds ? SECOND : MILLI), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + (seconds ? " s" : " ms");
    }

    private static long step(long nanos, int most) {
        for (long power = 1; ; power *= 10)
            for (long step : STEPS) if (nanos / (step * power) <= most) return step * power;
    }
}
