package dev.iomodels.fetch;

import java.nio.ByteBuffer;

/** What is kept of a body that is read and dropped: how long it was, and its first eight bytes. Used by one thread at a time. */
final class Drained {
    private long bytes;
    private long head;

    /** Takes the next piece, from its position to its limit, which then is its position. */
    void take(ByteBuffer piece) {
        while (bytes < Long.BYTES && piece.hasRemaining()) take(piece.get());
        bytes += piece.remaining();
        piece.position(piece.limit());
    }

    /** Takes the next piece: the first {@code length} bytes of {@code piece}. */
    void take(byte[] piece, int length) {
        int seen = 0;
        while (bytes < Long.BYTES && seen < length) take(piece[seen++]);
        bytes += length - seen;
    }

    private void take(byte next) {
        head |= (next & 0xFFL) << (Byte.SIZE * (Long.BYTES - 1 - bytes));
        bytes++;
    }

    long bytes() {
        return bytes;
    }

    /** The first eight bytes, big-endian; zeros stand for those that are not there. */
    long head() {
        return head;
    }
}
