package dev.iomodels.fetch;

/** Fetches pages. Holds no clock, no counter, no loop, no retry, no log: those are the harness's. Its threads are daemons. */
public interface Fetcher extends AutoCloseable {

    /**
     * Starts one fetch. Never waits for the network itself, and may be called from any thread, also from inside
     * {@code done} on the fetcher's own: it must neither deadlock nor grow the stack.
     *
     * @param done hears of it exactly once (unless the fetcher is closed first), on any thread, but never inside this call
     */
    void fetch(Page page, Completion done);

    /** How many fetches this model can have in flight at once; more than that only stand in line. */
    default int limit() {
        return Integer.MAX_VALUE;
    }

    /** What this model's nature and settings limit, in one line for the reader of a result. */
    default String limits() {
        return "";
    }

    /** Bytes of heap that worker processes have allocated since they started, dead ones included; 0 where there are none. */
    default long workerAllocatedBytes() {
        return 0;
    }

    /** Frees every thread, socket and process. Nothing is reported afterwards. */
    @Override
    void close();
}
