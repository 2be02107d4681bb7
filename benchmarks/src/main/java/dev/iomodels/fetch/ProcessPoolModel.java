package dev.iomodels.fetch;

/**
 * A pool of worker JVMs, each blocked by the page that it fetches. {@code process-pool:8} has 8 of them; without a number there are
 * two for each core, at least 4. Pages and outcomes cross pipes as binary frames ({@link Outcome}); in the parent, a
 * thread for each worker waits for them.
 */
public final class ProcessPoolModel implements IoModel {
    private static final int FEWEST_BY_DEFAULT = 4;
    private static final int MOST_WORKERS = 1_000;

    @Override
    public String name() {
        return "process-pool";
    }

    @Override
    public String summary() {
        return "a pool of worker JVMs, each blocked by the page that it fetches";
    }

    @Override
    public String resolve(String argument, int inFlight) {
        int cores = Runtime.getRuntime().availableProcessors();
        return Argument.count(this, argument, Math.max(FEWEST_BY_DEFAULT, 2 * cores), MOST_WORKERS);
    }

    @Override
    public boolean severalHosts() {
        return true;
    }

    @Override
    public int limit(String argument) {
        return Integer.parseInt(argument);
    }

    /**
     * {@inheritDoc} Returns when all workers are ready.
     *
     * @throws IllegalStateException if one of them does not become ready
     */
    @Override
    public Fetcher open(FetcherConfig config) {
        int workers = Integer.parseInt(resolve(config.argument(), config.inFlight()));
        ProcessPoolFetcher fetcher = new ProcessPoolFetcher(name(), config, workers);
        try {
            fetcher.awaitReady();
            return fetcher;
        } catch (RuntimeException e) {
            fetcher.close();
            throw e;
        }
    }
}
