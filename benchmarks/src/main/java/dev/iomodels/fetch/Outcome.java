package dev.iomodels.fetch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;

/**
 * How a fetch in a worker process ended, and the frames that cross its pipes, as {@link java.io.DataOutput} writes them.
 *
 * <pre>
 *  to the worker    number:long  uri:UTF  target:UTF  delayNanos:long  size:int
 *  from the worker  kind:byte    status:int  bytes:long  head:long  message:UTF  allocated:long
 * </pre>
 *
 * @param failure the kind of failure, or null if a whole response came
 * @param message what the failure says
 * @param allocatedBytes what the worker's fetching threads have allocated on its heap since they started
 */
record Outcome(Failure failure, int status, long bytes, long head, String message, long allocatedBytes) {
    private static final int DONE = -1;
    private static final int LONGEST_MESSAGE = 1_000;

    static Outcome failed(Throwable cause, long allocatedBytes) {
        String text = cause instanceof FetchException ? cause.getMessage() : cause.toString();
        String message = text.substring(0, Math.min(LONGEST_MESSAGE, text.length()));
        return new Outcome(Failure.of(cause), 0, 0, 0, message, allocatedBytes);
    }

    void tell(Completion done) {
        if (failure == null) Tell.done(done, status, bytes, head);
        else Tell.failed(done, new FetchException(failure, message));
    }

    void write(DataOutputStream to) throws IOException {
        to.writeByte(failure == null ? DONE : failure.ordinal());
        to.writeInt(status);
        to.writeLong(bytes);
        to.writeLong(head);
        to.writeUTF(message);
        to.writeLong(allocatedBytes);
        to.flush();
    }

    static Outcome read(DataInputStream from) throws IOException {
        byte kind = from.readByte();
        return new Outcome(
                kind == DONE ? null : Failure.values()[kind],
                from.readInt(),
                from.readLong(),
                from.readLong(),
                from.readUTF(),
                from.readLong());
    }

    static void writePage(Page page, DataOutputStream to) throws IOException {
        to.writeLong(page.number());
        to.writeUTF(page.uri().toString());
        to.writeUTF(page.target());
        to.writeLong(page.delayNanos());
        to.writeInt(page.size());
        to.flush();
    }

    static Page readPage(DataInputStream from) throws IOException {
        return new Page(from.readLong(), URI.create(from.readUTF()), from.readUTF(), from.readLong(), from.readInt());
    }
}
