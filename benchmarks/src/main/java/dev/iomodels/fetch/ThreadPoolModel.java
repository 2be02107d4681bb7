package dev.iomodels.fetch;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A fixed pool of platform threads, each blocked by the page that it fetches. {@code thread-pool:200} has 200 threads;
 * without a number there is one for every fetch that may be in flight. All are started before the first page.
 */
public final class ThreadPoolModel implements IoModel {
    private static final int MOST_THREADS = 100_000;

    @Override
    public String name() {
        return "thread-pool";
    }

    @Override
    public String summary() {
        return "a fixed pool of platform threads, each blocked by the page that it fetches";
    }

    @Override
    public String resolve(String argument, int inFlight) {
        return Argument.count(this, argument, inFlight, MOST_THREADS);
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        int threads = Integer.parseInt(resolve(config.argument(), config.inFlight()));
        Daemons daemons = new Daemons(name());
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(threads, daemons);
        BlockingFetcher fetcher = new BlockingFetcher(config, daemons, pool, threads, threads + " threads");
        try {
            pool.prestartAllCoreThreads();
            return fetcher;
        } catch (Throwable tooMany) {
            fetcher.close();
            throw tooMany;
        }
    }
}
