package dev.iomodels.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Blocks a thread of an executor for each page: the models that do so differ in the executor and the client. */
final class BlockingFetcher implements Fetcher {

    /** How long closing waits for the threads to leave their sockets. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Daemons platformThreads;
    private final ExecutorService threads;
    private final BlockingHttp http;
    private final int limit;
    private final String limits;

    private volatile boolean closed;

    /**
     * With HttpClient's classic face.
     *
     * @param platformThreads those that {@code threads} has; none if they are virtual
     * @param threads runs each fetch; ended by {@link #close}
     * @param limit how many fetches the threads can have in flight, apart from the connections that there may be
     * @param limits which threads there are
     */
    BlockingFetcher(FetcherConfig config, Daemons platformThreads, ExecutorService threads, int limit, String limits) {
        this(
                new ClassicHttp(config),
                platformThreads,
                threads,
                Math.min(limit, config.inFlight()),
                limits + "; " + ClassicHttp.limits(config));
    }

    /** With {@code http}, which is closed by {@link #close}; {@code limit} and {@code limits} are the whole fetcher's. */
    BlockingFetcher(BlockingHttp http, Daemons platformThreads, ExecutorService threads, int limit, String limits) {
        this.http = http;
        this.platformThreads = platformThreads;
        this.threads = threads;
        this.limit = limit;
        this.limits = limits;
    }

    @Override
    public void fetch(Page page, Completion done) {
        try {
            threads.execute(() -> http.fetch(page, done));
        } catch (RejectedExecutionException e) {
            // Whoever asks while somebody else closes is not to blame.
            if (!closed) throw e;
        }
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public String limits() {
        return limits;
    }

    /** Closes the connections, and waits up to five seconds for the threads to notice. Interrupts none: that could leak a lease. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try {
            do http.close();
            while (!threads.awaitTermination(20, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
            // A pool says that it has ended a moment before its threads do.
            platformThreads.join(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
