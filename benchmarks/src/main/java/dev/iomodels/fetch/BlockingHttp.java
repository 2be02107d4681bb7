package dev.iomodels.fetch;

/** An HTTP client that blocks whoever calls it, set up on equal terms. Thread-safe. */
interface BlockingHttp extends AutoCloseable {

    /** Fetches one page on the calling thread, and tells {@code done} when its connection is free for the next. */
    void fetch(Page page, Completion done);

    /** Closes every connection, also those in use: whoever waits for one wakes up, and nothing more is reported. Can be repeated. */
    @Override
    void close();
}
