package dev.iomodels.report;

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

    /** A whole number: {@code 88 839}. */
    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', ' ');
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
