package dev.iomodels.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written for people: three significant digits or so, thousands apart, times with a unit that fits. */
final class Numbers {
    static final String NONE = "–";

    private Numbers() {}

    /** {@code 9 871}, {@code 71.2}, {@code 9.97}. */
    static String plain(double value) {
        if (value >= 100) return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** {@code 61.2µs} for a number of microseconds. */
    static String micros(double micros) {
        return plain(micros) + "µs";
    }

    /** {@code 98.7%}. */
    static String percent(double percent) {
        return String.format(Locale.ROOT, percent < 1 ? "%.2f%%" : "%.1f%%", percent);
    }

    /** {@code 3 %} for 0.03, in a sentence. */
    static String share(double share) {
        double percent = Math.rint(share * 10_000) / 100;
        return (percent == Math.rint(percent) ? String.format(Locale.ROOT, "%.0f", percent) : "" + percent) + " %";
    }

    /** A ratio with three or four digits: {@code 1.123}, {@code 0.00412}. */
    static String ratio(double ratio) {
        if (!(ratio > 0) || Double.isInfinite(ratio)) return NONE;
        if (ratio >= 100) return String.format(Locale.ROOT, "%,.0f", ratio).replace(',', ' ');
        if (ratio >= 0.1) return String.format(Locale.ROOT, ratio >= 10 ? "%.1f" : "%.3f", ratio);
        return new BigDecimal(ratio).round(new MathContext(3)).toPlainString();
    }

    /** A whole number: {@code 88 839}. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', ' ');
    }

    /** {@code 3 forks}, {@code 1 fork}. */
    static String forks(int forks) {
        return forks + (forks == 1 ? " fork" : " forks");
    }

    /** {@code 101ms} for a time in nanoseconds. */
    static String time(double nanos) {
        if (nanos < 1e3) return three(nanos) + "ns";
        if (nanos < 1e6) return three(nanos / 1e3) + "µs";
        if (nanos < 1e9) return three(nanos / 1e6) + "ms";
        return three(nanos / 1e9) + "s";
    }

    /** {@code 8.12kB} for a number of bytes. */
    static String bytes(double bytes) {
        if (bytes < 1e3) return three(bytes) + "B";
        if (bytes < 1e6) return three(bytes / 1e3) + "kB";
        if (bytes < 1e9) return three(bytes / 1e6) + "MB";
        return three(bytes / 1e9) + "GB";
    }

    /** {@code 1.2%}, for a ratio of 1.012. */
    static String percentBeyond(double factor) {
        double percent = 100 * (factor - 1);
        return percent > 0 && percent < 0.05 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", percent);
    }

    private static String three(double value) {
        if (value >= 100) return String.format(Locale.ROOT, "%.0f", value);
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
