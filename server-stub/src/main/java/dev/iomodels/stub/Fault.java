package dev.iomodels.stub;

/**
 * How a page is answered that is not answered as it should be, all of it on purpose. Its {@code toString} is the part of the
 * page's query that asks for it: {@code status=503&close=1}; empty for {@link #NONE}. Immutable.
 *
 * @param status of the response: 200, or 400 to 599; the body is the page's in any case
 * @param reset where the connection is reset
 * @param stallNanos how long nothing comes at all, after the page's delay: 0 to 60 s
 * @param dripNanos how long the stub waits between one piece of the body and the next, of {@link #PIECES}: 0 to 4 s
 * @param close whether the connection ends with the response, which says so: no keep-alive
 * @param chunked whether the response does not say how long it is: {@code Transfer-Encoding: chunked}
 */
public record Fault(int status, Reset reset, long stallNanos, long dripNanos, boolean close, boolean chunked) {
    /** How many pieces a dripping body has. */
    public static final int PIECES = 16;

    /** The status of a page that is right. */
    public static final int OK = 200;

    /** The longest drip: so that no page drips for longer than it may be held back. */
    public static final long MAX_DRIP_NANOS = Delay.MAX_NANOS / (PIECES - 1);

    /** Nothing is wrong. */
    public static final Fault NONE = new Fault(OK, Reset.NONE, 0, 0, false, false);

    /** Where a connection is reset: a TCP segment with RST, and what had not been sent is lost. */
    public enum Reset {
        NONE,
        /** Instead of the response. */
        HEADERS,
        /** After the headers and half of the body. */
        BODY
    }

    public Fault {
        if (status != OK && (status < 400 || status > 599))
            throw new IllegalArgumentException("status " + status + ": 400 to 599, such as status=503");
        if (stallNanos < 0 || stallNanos > Delay.MAX_NANOS)
            throw new IllegalArgumentException("stall of " + stallNanos + " ns: 0 to 60s, such as stall=2s");
        if (dripNanos < 0 || dripNanos > MAX_DRIP_NANOS)
            throw new IllegalArgumentException("drip of " + dripNanos + " ns: 0 to 4s, such as drip=20ms");
    }

    /** Whether no right page comes of it. */
    public boolean fails() {
        return status != OK || reset != Reset.NONE;
    }

    /** How many pieces of the body are sent. */
    int pieces() {
        if (reset == Reset.HEADERS) return 0;
        if (dripNanos == 0) return 1;
        return reset == Reset.BODY ? PIECES / 2 : PIECES;
    }

    /** How long the page takes because of it, in nanoseconds, on top of its delay: the stall, and the waits between the pieces that are sent. */
    public long nanos() {
        return stallNanos + Math.max(0, pieces() - 1) * dripNanos;
    }

    /** Both at once; where only one can be, such as the status, this one's. */
    public Fault and(Fault other) {
        return new Fault(
                status == OK ? other.status : status,
                reset == Reset.NONE ? other.reset : reset,
                stallNanos == 0 ? other.stallNanos : stallNanos,
                dripNanos == 0 ? other.dripNanos : dripNanos,
                close || other.close,
                chunked || other.chunked);
    }

    @Override
    public String toString() {
        StringBuilder query = new StringBuilder();
        if (status != OK) query.append("&status=").append(status);
        if (reset != Reset.NONE) query.append(reset == Reset.HEADERS ? "&reset=headers" : "&reset=body");
        if (stallNanos > 0) query.append("&stall=").append(Units.duration(stallNanos));
        if (dripNanos > 0) query.append("&drip=").append(Units.duration(dripNanos));
        if (close) query.append("&close=1");
        if (chunked) query.append("&chunked=1");
        return query.isEmpty() ? "" : query.substring(1);
    }
}
