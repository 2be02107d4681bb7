package dev.iomodels.fetch;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The client of older code, {@link java.net.HttpURLConnection}, on a fixed pool of platform threads as {@link ThreadPoolModel}
 * has it: {@code url-connection:200} has 200 threads; without a number there is one for every fetch that may be in flight.
 */
public final class UrlConnectionModel implements IoModel {
    private static final int MOST_THREADS = 100_000;

    @Override
    public String name() {
        return "url-connection";
    }

    @Override
    public String summary() {
        return "HttpURLConnection, the client of older code, on a fixed pool of platform threads";
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
        BlockingFetcher fetcher = new BlockingFetcher(
                new UrlConnectionHttp(config),
                daemons,
                pool,
                Math.min(threads, config.inFlight()),
                threads + " threads; " + UrlConnectionHttp.limits(config));
        try {
            pool.prestartAllCoreThreads();
            return fetcher;
        } catch (Throwable tooMany) {
            fetcher.close();
            throw tooMany;
        }
    }
}
