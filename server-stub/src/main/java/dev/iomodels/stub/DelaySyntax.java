package dev.iomodels.stub;

import java.math.BigDecimal;

/** How delays are written, and what they may be. Errors are {@link IllegalArgumentException}s. */
final class DelaySyntax {
    private static final String FORMS =
            "50ms, fixed:50ms, uniform:10ms..90ms, lognormal:20ms..200ms (median..p99) or bimodal:20ms/1s@1%";

    private DelaySyntax() {}

    static Delay parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) return bare(text);
        String value = text.substring(colon + 1);
        try {
            return switch (text.substring(0, colon)) {
                case "fixed" -> new Delay.Fixed(Units.parseDurationNanos(value));
                case "uniform" -> {
                    long[] ends = pair(value, "..", "uniform:10ms..90ms");
                    yield new Delay.Uniform(ends[0], ends[1]);
                }
                case "lognormal" -> {
                    long[] ends = pair(value, "..", "lognormal:20ms..200ms");
                    yield new Delay.LogNormal(ends[0], ends[1]);
                }
                case "bimodal" -> bimodal(value);
                default -> throw new IllegalArgumentException("no such distribution; " + FORMS);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Units.quote(text) + ": " + e.getMessage(), e);
        }
    }

    private static Delay bare(String text) {
        try {
            return new Delay.Fixed(Units.parseDurationNanos(text));
        } catch (IllegalArgumentException e) {
            String quoted = Units.quote(text) + ": ";
            String message = e.getMessage().startsWith(quoted) ? e.getMessage() : quoted + e.getMessage();
            throw new IllegalArgumentException(message + ", or lognormal:20ms..200ms", e);
        }
    }

    private static Delay bimodal(String value) {
        int at = value.lastIndexOf('@');
        if (at < 0 || !value.endsWith("%"))
            throw new IllegalArgumentException("no share of slow pages in per cent; try bimodal:20ms/1s@1%");
        long[] ends = pair(value.substring(0, at), "/", "bimodal:20ms/1s@1%");
        String percent = value.substring(at + 1, value.length() - 1);
        try {
            return new Delay.Bimodal(
                    ends[0], ends[1], new BigDecimal(percent).movePointLeft(2).doubleValue());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    Units.quote(percent) + " is no number of per cent; try bimodal:20ms/1s@1%", e);
        }
    }

    private static long[] pair(String value, String separator, String example) {
        int at = value.indexOf(separator);
        if (at < 0) throw new IllegalArgumentException("no " + Units.quote(separator) + " in it; try " + example);
        return new long[] {
            Units.parseDurationNanos(value.substring(0, at)),
            Units.parseDurationNanos(value.substring(at + separator.length()))
        };
    }

    static void check(long nanos) {
        if (nanos < 0) throw new IllegalArgumentException(nanos + " ns is less than nothing; 0 to 60s, such as 50ms");
        if (nanos > Delay.MAX_NANOS)
            throw new IllegalArgumentException(Units.duration(nanos) + " is too long; 0 to 60s, such as 50ms");
    }

    static void checkOrder(long lessNanos, long moreNanos, String example) {
        if (lessNanos >= moreNanos)
            throw new IllegalArgumentException(Units.duration(lessNanos) + " is not less than "
                    + Units.duration(moreNanos) + "; the shorter comes first, such as " + example);
    }

    static void checkShare(double p) {
        if (!(p > 0 && p < 1)) throw new IllegalArgumentException("quantile " + p + ": more than 0 and less than 1");
    }
}
