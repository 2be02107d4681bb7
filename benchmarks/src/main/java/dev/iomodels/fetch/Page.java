package dev.iomodels.fetch;

import java.net.URI;

/**
 * One thing to fetch, and what the stub is asked to make of it.
 *
 * @param number the page's number; its content starts with it
 * @param uri where it is, whole
 * @param target path and query of {@code uri}: what a request line asks for
 * @param delayNanos how long the stub holds the page back, in nanoseconds
 * @param size how many bytes its body has
 */
public record Page(long number, URI uri, String target, long delayNanos, int size) {

    /** The page {@code number} of the stub at {@code base}, held back for {@code delayNanos} rounded down to whole microseconds. */
    public static Page of(URI base, long number, long delayNanos, int size) {
        long micros = delayNanos / 1_000;
        String target = "/page/" + number + "?delay=" + micros + "us&size=" + size;
        return new Page(number, base.resolve(target), target, micros * 1_000, size);
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
