package dev.iomodels.demo;

import java.util.Locale;

/** Pieces of SVG and HTML. */
final class Markup {
    private Markup() {}

    /** {@code text} as text or as an attribute's value, whoever's words it is. */
    static String escape(String text) {
        return Plain.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A coordinate, with as many digits as can be seen. */
    static String at(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", value);
        return digits.replaceFirst("\\.?0+$", "");
    }
}
