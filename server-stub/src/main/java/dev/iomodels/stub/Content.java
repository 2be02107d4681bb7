package dev.iomodels.stub;

import java.nio.ByteBuffer;

/**
 * The bytes of pages: a page's number, big-endian, then filler. The filler is a fixed block of pseudo-random bytes, over and
 * over, from an offset that depends on the number. Immutable and shared: a large page costs no memory of its own.
 */
final class Content {
    /** How long the filler is before it repeats; a power of two. */
    private static final int PERIOD = 1 << 16;

    /** The most bytes in one piece; a page up to this size is one. */
    static final int CHUNK = 1 << 15;

    /** Twice the period, so that a piece from any offset is in one piece. Outside the heap, so that writing one copies nothing. */
    private final ByteBuffer filler = ByteBuffer.allocateDirect(2 * PERIOD);

    Content() {
        for (long i = 0; filler.hasRemaining(); i++) filler.putLong(mix(i % (PERIOD / Long.BYTES)));
    }

    /** The bytes of page {@code number} from {@code from} up to but without {@code to}, {@link #CHUNK} of them at the most. */
    ByteBuffer piece(long number, int from, int to) {
        int offset = (int) (mix(number) + from) & (PERIOD - 1);
        if (from >= Long.BYTES) return filler.slice(offset, to - from).asReadOnlyBuffer();
        byte[] first = new byte[to - from];
        filler.get(offset, first);
        for (int i = from; i < Math.min(Long.BYTES, to); i++) {
            first[i - from] = (byte) (number >>> (Byte.SIZE * (Long.BYTES - 1 - i)));
        }
        return ByteBuffer.wrap(first);
    }

    /**
     * A hash that looks random whatever the numbers have in common.
     *
     * <p>Source: the finalizer of SplitMix64; G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number
     * Generators", OOPSLA 2014.
     */
    static long mix(long number) {
        long z = (number + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
