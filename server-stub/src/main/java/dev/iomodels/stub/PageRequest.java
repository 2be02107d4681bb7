package dev.iomodels.stub;

import static dev.iomodels.stub.Units.quote;

/**
 * What a URI asks for: {@code /page/17?delay=51234us&size=1024}.
 *
 * @param number the page's number, 0 or more
 * @param delayNanos how long it is held back, 0 to 60 s
 * @param size how many bytes its body has, 0 to 16 MiB
 * @param fault what is wrong with it on purpose
 */
record PageRequest(long number, long delayNanos, int size, Fault fault) {
    static final String PATH = "/page/";
    private static final String DELAY = "delay=";
    private static final String SIZE = "size=";
    private static final int MAX_DIGITS = 19;

    /**
     * Reads a path that begins with {@link #PATH} and its query (empty if there is none). Whatever is missing comes from the
     * stub's options: a page's delay is then the same each time it is asked for.
     *
     * @throws IllegalArgumentException with the parameter, its value, what is allowed and an example
     */
    static PageRequest parse(String path, String query, StubOptions options) {
        long number = number(path);
        long delayNanos = -1;
        int size = -1;
        FaultQuery fault = null;
        for (int from = 0; from < query.length(); ) {
            int and = query.indexOf('&', from);
            int to = and < 0 ? query.length() : and;
            if (query.startsWith(DELAY, from)) {
                if (delayNanos >= 0) throw repeated("delay");
                delayNanos = delayNanos(query.substring(from + DELAY.length(), to));
            } else if (query.startsWith(SIZE, from)) {
                if (size >= 0) throw repeated("size");
                size = size(query.substring(from + SIZE.length(), to));
            } else {
                if (fault == null) fault = new FaultQuery();
                fault.take(query.substring(from, to));
            }
            from = to + 1;
        }
        if (delayNanos < 0) delayNanos = draw(options.delay(), number);
        if (size < 0) size = options.size();
        return new PageRequest(number, delayNanos, size, fault == null ? Fault.NONE : checked(fault.fault(), size));
    }

    private static Fault checked(Fault fault, int size) {
        if (fault.reset() == Fault.Reset.BODY && size == 0)
            throw new IllegalArgumentException(
                    "reset \"body\": a page of 0 bytes has none; try reset=headers, or more bytes as in reset=body&size=1KiB");
        if (fault.dripNanos() > 0 && size < Fault.PIECES)
            throw new IllegalArgumentException("drip " + quote(Units.duration(fault.dripNanos())) + ": a page of "
                    + size + " bytes has no " + Fault.PIECES + " pieces; more bytes, such as drip=20ms&size=64KiB");
        return fault;
    }

    /** When the last byte is due, in nanoseconds from the request's begin. */
    long nanos() {
        return delayNanos + fault.nanos();
    }

    private static long number(String path) {
        int length = path.length() - PATH.length();
        long number = 0;
        boolean valid = length > 0 && length <= MAX_DIGITS;
        for (int i = PATH.length(); valid && i < path.length(); i++) {
            int digit = path.charAt(i) - '0';
            number = number * 10 + digit;
            valid = digit >= 0 && digit <= 9 && number >= 0;
        }
        if (!valid)
            throw new IllegalArgumentException("page " + quote(path.substring(PATH.length()))
                    + ": not a page number; 0 to " + Long.MAX_VALUE + ", such as /page/17");
        return number;
    }

    private static long delayNanos(String text) {
        long nanos;
        try {
            nanos = Units.parseDurationNanos(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("delay " + e.getMessage() + "; 0 to 60s", e);
        }
        if (nanos > Delay.MAX_NANOS)
            throw new IllegalArgumentException("delay " + quote(text) + ": too long; 0 to 60s, such as 50ms");
        return nanos;
    }

    private static int size(String text) {
        long bytes;
        try {
            bytes = Units.parseBytes(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("size " + e.getMessage() + "; 0 to 16MiB", e);
        }
        if (bytes > StubOptions.MAX_SIZE)
            throw new IllegalArgumentException("size " + quote(text) + ": too large; 0 to 16MiB, such as 1KiB");
        return (int) bytes;
    }

    static IllegalArgumentException repeated(String name) {
        return new IllegalArgumentException(
                "parameter " + quote(name) + ": more than once; once each, such as delay=50ms&size=1KiB");
    }

    /** The delay at the quantile that the page's number hashes to: in the middle of one of 2^53 equal steps from 0 to 1. */
    private static long draw(Delay delay, long number) {
        if (delay instanceof Delay.Fixed fixed) return fixed.nanos();
        return delay.quantileNanos(((Content.mix(number) >>> 11) + 0.5) * 0x1p-53);
    }
}
