package dev.iomodels.stub;

import java.math.BigDecimal;
import java.util.List;

/**
 * Human units: the one place that parses and prints durations and sizes.
 *
 * <p>What cannot be parsed is an {@link IllegalArgumentException} whose message starts with the value in quotes, says what is
 * wrong and gives an example, so that a caller need only put the option's name before it: {@code --delay "20": no unit; try
 * 20ms}.
 */
public final class Units {
    private static final List<Unit> DURATIONS = List.of(
            new Unit("m", 60_000_000_000L),
            new Unit("s", 1_000_000_000L),
            new Unit("ms", 1_000_000L),
            new Unit("us", 1_000L),
            new Unit("ns", 1L));
    private static final List<Unit> SIZES =
            List.of(new Unit("GiB", 1L << 30), new Unit("MiB", 1L << 20), new Unit("KiB", 1L << 10), new Unit("B", 1L));

    /** Digits that can be added up in a long without looking for overflow; and more than anybody means. */
    private static final int MAX_DIGITS = 18;

    private Units() {}

    /**
     * Nanoseconds of a duration: {@code 0}, or a number, with decimals or without, and one of ns, us, ms, s, m ({@code 50ms},
     * {@code 1.5s}). Only whole nanoseconds are taken.
     */
    public static long parseDurationNanos(String text) {
        int unit = endOfNumber(text);
        if (unit == text.length()) {
            if (isZero(text)) return 0;
            throw new IllegalArgumentException(quote(text)
                    + (isNumber(text, unit)
                            ? ": no unit; try " + text + "ms"
                            : ": not a duration; try 50ms, 200us or 1.5s"));
        }
        return parse(text, unit, DURATIONS, "duration", "50ms");
    }

    /** Bytes of a size: a number of bytes, or a number, with decimals or without, and one of B, KiB, MiB, GiB. */
    public static long parseBytes(String text) {
        int unit = endOfNumber(text);
        return parse(unit == text.length() ? text + "B" : text, unit, SIZES, "size", "1024 or 16KiB");
    }

    /**
     * The shortest text that {@link #parseDurationNanos} makes {@code nanos} of again, of two as short the one in the larger
     * unit; minutes are not used: {@code 51234us}, {@code 1.5s}, {@code 60s}, {@code 0}.
     */
    public static String duration(long nanos) {
        if (nanos < 0) throw new IllegalArgumentException(nanos + " ns: less than nothing");
        if (nanos == 0) return "0";
        String shortest = "";
        for (Unit unit : DURATIONS.subList(1, DURATIONS.size())) {
            if (nanos < unit.factor) continue;
            String text = BigDecimal.valueOf(nanos)
                            .divide(BigDecimal.valueOf(unit.factor))
                            .toPlainString()
                    + unit.name;
            if (shortest.isEmpty() || text.length() < shortest.length()) shortest = text;
        }
        return shortest;
    }

    /** A size in the largest unit of which it is a whole number: {@code 1KiB}, {@code 1500B}, {@code 0B}. */
    public static String bytes(long bytes) {
        if (bytes < 0) throw new IllegalArgumentException(bytes + " bytes: less than nothing");
        for (Unit unit : SIZES) {
            if (bytes >= unit.factor && bytes % unit.factor == 0) return bytes / unit.factor + unit.name;
        }
        return "0B";
    }

    private static long parse(String text, int unitAt, List<Unit> units, String noun, String example) {
        if (!isNumber(text, unitAt))
            throw new IllegalArgumentException(quote(text) + ": not a " + noun + "; try " + example);
        for (Unit unit : units) {
            if (unit.name.length() == text.length() - unitAt && text.endsWith(unit.name)) {
                return scale(text, unitAt, unit.factor, noun);
            }
        }
        throw new IllegalArgumentException(quote(text) + ": no such unit; one of "
                + String.join(", ", units.stream().map(Unit::name).toList()) + ", such as " + example);
    }

    /** The number before {@code end} times {@code factor}. The stub does this for each page, so the usual case has no garbage. */
    private static long scale(String text, int end, long factor, String noun) {
        if (text.indexOf('.') < 0 && end <= MAX_DIGITS) {
            long number = 0;
            for (int i = 0; i < end; i++) number = number * 10 + (text.charAt(i) - '0');
            if (number <= Long.MAX_VALUE / factor) return number * factor;
        }
        try {
            return new BigDecimal(text.substring(0, end))
                    .multiply(BigDecimal.valueOf(factor))
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    quote(text) + ": too large or too fine for a " + noun + ", which is a whole number of "
                            + (noun.equals("size") ? "bytes; try 16KiB" : "nanoseconds; try 50ms"),
                    e);
        }
    }

    private static int endOfNumber(String text) {
        int end = 0;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) end++;
        return end;
    }

    private static boolean isNumber(String text, int end) {
        int dot = text.indexOf('.');
        return end > 0 && dot == text.lastIndexOf('.') && dot != 0 && dot != end - 1;
    }

    private static boolean isZero(String text) {
        return text.equals("0");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static String quote(String text) {
        return '"' + text + '"';
    }

    private record Unit(String name, long factor) {}
}
