package dev.iomodels.fetch;

import java.nio.ByteBuffer;

/** What the raw selector keeps of a body: how long it is, and its first eight bytes. Not thread-safe. */
final class ResponseBody {
    private long bytes;
    private long head;

    void clear() {
        bytes = 0;
        head = 0;
    }

    /** Takes {@code most} bytes, or as many as {@code piece} has; returns how many. */
    int take(ByteBuffer piece, long most) {
        int here = (int) Math.min(most, piece.remaining());
        int position = piece.position();
        for (int i = 0; i < here && bytes + i < Long.BYTES; i++)
            head |= (piece.get(position + i) & 0xFFL) << (Byte.SIZE * (Long.BYTES - 1 - (bytes + i)));
        piece.position(position + here);
        bytes += here;
        return here;
    }

    long bytes() {
        return bytes;
    }

    /** Big-endian; zeros stand for missing bytes. */
    long head() {
        return head;
    }
}
