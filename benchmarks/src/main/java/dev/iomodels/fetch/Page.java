package dev.iomodels.fetch;

import dev.iomodels.stub.Fault;
import java.net.URI;

/**
 * One thing to fetch, and what the stub is asked to make of it.
 *
 * @param number the page's number; its content starts with it
 * @param uri where it is, whole
 * @param target path and query of {@code uri}: what a request line asks for
 * @param delayNanos how long the stub takes for it on purpose, in nanoseconds: it is held back, and may stall and drip
 * @param size how many bytes its body has
 * @param fault what is wrong with it on purpose
 */
public record Page(long number, URI uri, String target, long delayNanos, int size, Fault fault) {

    private static final int UNKNOWN_SIZE = 8 * 1024;

    /** The same with nothing wrong. */
    public Page(long number, URI uri, String target, long delayNanos, int size) {
        this(number, uri, target, delayNanos, size, Fault.NONE);
    }

    /** The page {@code number} of the stub at {@code base}, held back for {@code delayNanos} rounded down to whole microseconds. */
    public static Page of(URI base, long number, long delayNanos, int size) {
        return of(base, number, delayNanos, size, Fault.NONE);
    }

    /** The same with {@code fault}, whose time is added to the delay. */
    public static Page of(URI base, long number, long delayNanos, int size, Fault fault) {
        long micros = delayNanos / 1_000;
        String wrong = fault.toString();
        String target =
                "/page/" + number + "?delay=" + micros + "us&size=" + size + (wrong.isEmpty() ? "" : "&" + wrong);
        return new Page(number, base.resolve(target), target, micros * 1_000 + fault.nanos(), size, fault);
    }

    /** A page that is not the stub's: what it holds and how long it takes is not known, and its size counts as 8 KiB. */
    public static Page elsewhere(URI uri, long number) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return new Page(number, uri, target, 0, UNKNOWN_SIZE);
    }

    /**
     * The head that a right answer has: the number's eight bytes, big-endian. A body shorter than that has the first of
     * them, and zeros stand for the rest.
     */
    public long head() {
        if (size >= Long.BYTES) return number;
        return size == 0 ? 0 : number & (-1L << (Byte.SIZE * (Long.BYTES - size)));
    }
}
