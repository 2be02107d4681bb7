package dev.iomodels.gate;

import java.util.Locale;

/** What a gate's value is counted in. */
public enum Unit {
    MILLIS("ms", "%.1fms"),
    PERCENT("%", "%.1f%%"),
    COUNT("", "%.0f");

    private final String symbol;
    private final String form;

    Unit(String symbol, String form) {
        this.symbol = symbol;
        this.form = form;
    }

    /** For files: {@code ms}. */
    public String symbol() {
        return symbol;
    }

    /** For people: {@code 7.1ms}. What would be rounded to nothing keeps a digit. */
    public String text(double value) {
        if (this != COUNT && value != 0 && Math.abs(value) < 0.05)
            return String.format(Locale.ROOT, "%.1g", value) + symbol;
        String text = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value) + symbol
                : String.format(Locale.ROOT, form, value);
        return text.replace('-', '−');
    }
}
