package dev.iomodels.fetch;

/** Hears how one fetch ended: exactly one of its methods is called, once, on any thread but never on the asking one's stack. */
public interface Completion {

    /**
     * A whole response came back. Whether it is the right one is for the harness to say.
     *
     * @param status the HTTP status
     * @param bytes the length of the body as read, in bytes
     * @param head the body's first eight bytes, big-endian; zeros stand for those that a shorter body lacks
     */
    void done(int status, long bytes, long head);

    /** No whole response came back, because of {@code cause}; {@link Failure#of} says which kind that is. */
    void failed(Throwable cause);
}
