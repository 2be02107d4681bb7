package dev.iomodels.fetch;

/**
 * The client of older code, {@link java.net.HttpURLConnection}, on a fixed pool of platform threads as {@link ThreadPoolModel}
 * has it: {@code url-connection:200} has 200 threads; without a number there is one for every fetch that may be in flight.
 */
public final class UrlConnectionModel implements IoModel {
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
        return FixedPool.threads(this, argument, inFlight);
    }

    @Override
    public int limit(String argument) {
        return Integer.parseInt(argument);
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        int threads = Integer.parseInt(resolve(config.argument(), config.inFlight()));
        return FixedPool.open(
                name(),
                threads,
                (daemons, pool) -> new BlockingFetcher(
                        new UrlConnectionHttp(config),
                        daemons,
                        pool,
                        Math.min(threads, config.inFlight()),
                        threads + " threads; " + UrlConnectionHttp.limits(config)));
    }
}
