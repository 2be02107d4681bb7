package dev.iomodels.stub;

import static dev.iomodels.stub.Units.quote;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Gathers what a page's query says of its fault. Errors are {@link IllegalArgumentException}s for the page's client. */
final class FaultQuery {
    private static final String KNOWN =
            "not known; delay, size, status, reset, stall, drip, close and chunked are, such as delay=50ms&size=1KiB";

    private enum Parameter {
        STATUS,
        RESET,
        STALL,
        DRIP,
        CLOSE,
        CHUNKED
    }

    private final Map<Parameter, String> values = new EnumMap<>(Parameter.class);

    /** Takes a parameter that says neither delay nor size. */
    void take(String parameter) {
        for (Parameter one : Parameter.values()) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if (!parameter.startsWith(name + "=")) continue;
            if (values.put(one, parameter.substring(name.length() + 1)) != null) throw PageRequest.repeated(name);
            return;
        }
        throw new IllegalArgumentException("parameter " + quote(parameter) + ": " + KNOWN);
    }

    Fault fault() {
        return new Fault(
                status(),
                reset(),
                nanos(Parameter.STALL, "stall", "60s", Delay.MAX_NANOS, "2s"),
                nanos(Parameter.DRIP, "drip", "4s", Fault.MAX_DRIP_NANOS, "20ms"),
                isSet(Parameter.CLOSE, "close"),
                isSet(Parameter.CHUNKED, "chunked"));
    }

    private int status() {
        String text = values.getOrDefault(Parameter.STATUS, Integer.toString(Fault.OK));
        if (text.equals(Integer.toString(Fault.OK)) || text.matches("[45]\\d\\d")) return Integer.parseInt(text);
        throw new IllegalArgumentException(
                "status " + quote(text) + ": not one that a page can fail with; 400 to 599, such as status=503");
    }

    private Fault.Reset reset() {
        String text = values.getOrDefault(Parameter.RESET, "");
        return switch (text) {
            case "headers" -> Fault.Reset.HEADERS;
            case "body" -> Fault.Reset.BODY;
            default -> {
                if (!values.containsKey(Parameter.RESET)) yield Fault.Reset.NONE;
                throw new IllegalArgumentException("reset " + quote(text)
                        + ": no place to reset a connection at; headers or body, such as reset=body");
            }
        };
    }

    private long nanos(Parameter parameter, String name, String most, long mostNanos, String example) {
        String text = values.getOrDefault(parameter, "0");
        long nanos;
        try {
            nanos = Units.parseDurationNanos(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage() + "; 0 to " + most, e);
        }
        if (nanos <= mostNanos) return nanos;
        throw new IllegalArgumentException(
                name + " " + quote(text) + ": too long; 0 to " + most + ", such as " + name + "=" + example);
    }

    private boolean isSet(Parameter parameter, String name) {
        String text = values.getOrDefault(parameter, "0");
        if (text.equals("1")) return true;
        if (text.equals("0")) return false;
        throw new IllegalArgumentException(
                name + " " + quote(text) + ": neither 0 nor 1; 1 turns it on, such as " + name + "=1");
    }
}
