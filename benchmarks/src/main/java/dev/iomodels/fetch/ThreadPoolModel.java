package dev.iomodels.fetch;

/**
 * A fixed pool of platform threads, each blocked by the page that it fetches. {@code thread-pool:200} has 200 threads;
 * without a number there is one for every fetch that may be in flight. All are started before the first page.
 */
public final class ThreadPoolModel implements IoModel {
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
        return FixedPool.threads(this, argument, inFlight);
    }

    @Override
    public boolean severalHosts() {
        return true;
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
                (daemons, pool) -> new BlockingFetcher(config, daemons, pool, threads, threads + " threads"));
    }
}
