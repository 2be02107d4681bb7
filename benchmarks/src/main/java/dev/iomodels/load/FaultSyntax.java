package dev.iomodels.load;

import dev.iomodels.load.Faults.Rate;
import dev.iomodels.stub.Fault;
import dev.iomodels.stub.Units;
import java.math.BigDecimal;

/** How one fault and its share are written: {@code stall:2s@1%}. Errors are {@link IllegalArgumentException}s. */
final class FaultSyntax {
    private static final String FORMS =
            "status:503, reset (reset:headers), reset:body, stall:2s, drip:20ms, close or chunked, each with its share of"
                    + " the pages, such as reset@0.1%+stall:2s@1%";

    private FaultSyntax() {}

    static Rate parse(String text) {
        try {
            int at = text.lastIndexOf('@');
            if (at < 0 || !text.endsWith("%"))
                throw new IllegalArgumentException("no share of the pages in per cent; try reset@0.1%");
            return new Rate(fault(text.substring(0, at)), share(text.substring(at + 1, text.length() - 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\": " + e.getMessage(), e);
        }
    }

    private static Fault fault(String text) {
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(colon + 1);
        Fault none = Fault.NONE;
        return switch (colon < 0 ? text : text.substring(0, colon + 1)) {
            case "status:" -> new Fault(status(value), Fault.Reset.NONE, 0, 0, false, false);
            case "reset" -> reset(Fault.Reset.HEADERS);
            case "reset:" ->
                switch (value) {
                    case "headers" -> reset(Fault.Reset.HEADERS);
                    case "body" -> reset(Fault.Reset.BODY);
                    default -> throw new IllegalArgumentException("reset:headers or reset:body");
                };
            case "stall:" -> new Fault(none.status(), none.reset(), time(value), 0, false, false);
            case "drip:" -> new Fault(none.status(), none.reset(), 0, time(value), false, false);
            case "close" -> new Fault(none.status(), none.reset(), 0, 0, true, false);
            case "chunked" -> new Fault(none.status(), none.reset(), 0, 0, false, true);
            default -> throw new IllegalArgumentException("no such fault; " + FORMS);
        };
    }

    private static Fault reset(Fault.Reset where) {
        return new Fault(Fault.OK, where, 0, 0, false, false);
    }

    private static int status(String text) {
        if (text.matches("[45]\\d\\d")) return Integer.parseInt(text);
        throw new IllegalArgumentException(
                "\"" + text + "\" is no status that a page can fail with; 400 to 599, such as status:503");
    }

    private static long time(String text) {
        long nanos = Units.parseDurationNanos(text);
        if (nanos == 0) throw new IllegalArgumentException("takes no time at all; such as stall:2s or drip:20ms");
        return nanos;
    }

    private static double share(String percent) {
        try {
            return new BigDecimal(percent).movePointLeft(2).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + percent + "\" is no number of per cent; try reset@0.1%", e);
        }
    }

    static String percent(double share) {
        return new BigDecimal(Double.toString(share))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** {@code stall:2s}: as in a page's query, but for what goes without saying. */
    static String name(Fault fault) {
        return fault.toString()
                .replace("reset=headers", "reset")
                .replaceAll("=1$", "")
                .replace('=', ':');
    }

    /** {@code stall}. */
    static String kind(Fault fault) {
        return name(fault).replaceAll(":.*", "");
    }
}
