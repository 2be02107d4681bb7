package dev.iomodels.stats;

import java.util.Locale;

/**
 * A ratio and its interval, for a person: in percent up to a doubling or halving, as a factor beyond, because nobody has a
 * feeling for "by 11 900 %" or "by 99.2 %".
 *
 * @param ratio to the baseline
 * @param range where it lies
 * @param delta the smallest difference that matters: printed digits do not hide on which side of it an end lies
 */
record Effect(double ratio, Range range, double delta) {
    private static final double FACTOR_FROM = 2;
    private static final int MOST_DECIMALS = 3;
    private static final double TOO_LARGE = 9_999;

    /** {@code faster by 12 % [9, 15]}, {@code faster ×120 [118, 123]}, {@code slower ÷120 [118, 123]}. */
    String said(String word) {
        if (isFactor()) return word + " " + sign() + factor(size(ratio)) + " " + bounds();
        return word + " by " + decimals(percent(ratio), places()) + " % " + bounds();
    }

    /** The interval without its direction, smaller number first: {@code [9, 15]}, of the ratio's kind. */
    String bounds() {
        return isFactor() ? "[" + factor(size(near())) + ", " + factor(size(far())) + "]" : percents();
    }

    /** The same in percent, however large: where no % and no × stands before it, it is always that. */
    String percents() {
        return "[" + decimals(percent(near()), places()) + ", " + decimals(percent(far()), places()) + "]";
    }

    private double near() {
        return ratio >= 1 ? range.low() : range.high();
    }

    private double far() {
        return ratio >= 1 ? range.high() : range.low();
    }

    /** The interval in percent, with signs: {@code [−4, +9]}. */
    String signedBounds() {
        return "[" + signed(range.low()) + ", " + signed(range.high()) + "]";
    }

    private String signed(double bound) {
        if (bound == 1) return "0";
        return (bound < 1 ? "−" : "+") + decimals(percent(bound), places());
    }

    private boolean isFactor() {
        return ratio >= FACTOR_FROM || ratio <= 1 / FACTOR_FROM;
    }

    private String sign() {
        return ratio >= 1 ? "×" : "÷";
    }

    /** How many times as much, or how many times less: the direction is the ratio's. */
    private double size(double bound) {
        return ratio >= 1 ? bound : 1 / bound;
    }

    /** Three digits or so. */
    private static String factor(double size) {
        return size > TOO_LARGE ? ">9999" : decimals(size, size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
    }

    /** Without its sign. */
    private static double percent(double bound) {
        return 100 * Math.abs(bound - 1);
    }

    /** As few decimals as show a narrow interval's width, and each end on its side of 0 and of δ. */
    private int places() {
        double width = 100 * (range.high() - range.low());
        int places = width >= 2 ? 0 : width >= 0.2 ? 1 : 2;
        while (places < MOST_DECIMALS && (hides(range.low(), places) || hides(range.high(), places))) places++;
        return places;
    }

    private boolean hides(double bound, int places) {
        if (bound == 1) return false;
        double edge = bound > 1 ? 100 * delta : 100 * (1 - 1 / (1 + delta));
        double shown = Math.rint(percent(bound) * Math.pow(10, places)) / Math.pow(10, places);
        return shown == 0 || (percent(bound) > edge) != (shown > edge);
    }

    static String decimals(double number, int places) {
        if (number > TOO_LARGE) return ">9999";
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    /** Without a fraction, if it has none: {@code 3}, {@code 2.5}. */
    static String plain(double number) {
        double rounded = Math.rint(number * 100) / 100;
        return rounded == Math.rint(rounded) ? String.format(Locale.ROOT, "%.0f", rounded) : Double.toString(rounded);
    }
}
