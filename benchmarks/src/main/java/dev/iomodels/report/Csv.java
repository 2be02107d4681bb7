package dev.iomodels.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines of comma-separated values, as RFC 4180 has them. */
final class Csv {
    private Csv() {}

    /** One line, with its end. */
    static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Six digits; whole numbers in full. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
