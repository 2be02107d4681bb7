package dev.iomodels.fetch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiFunction;

/** A fixed pool of platform threads for models that block them. All are started before the first page. */
final class FixedPool {
    private static final int MOST_THREADS = 100_000;

    private FixedPool() {}

    /** How many threads {@code model} has: what its argument says, or one for each fetch in flight. */
    static String threads(IoModel model, String argument, int inFlight) {
        return Argument.count(model, argument, inFlight, MOST_THREADS);
    }

    /** The fetcher that {@code made} makes of {@code threads}; closed again if they cannot all be started. */
    static Fetcher open(String name, int threads, BiFunction<Daemons, ExecutorService, Fetcher> made) {
        Daemons daemons = new Daemons(name);
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(threads, daemons);
        Fetcher fetcher = made.apply(daemons, pool);
        try {
            pool.prestartAllCoreThreads();
            return fetcher;
        } catch (Throwable tooMany) {
            fetcher.close();
            throw tooMany;
        }
    }
}
