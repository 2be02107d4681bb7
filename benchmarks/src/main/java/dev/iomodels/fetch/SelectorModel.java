package dev.iomodels.fetch;

/**
 * HttpClient's async face: one reactor thread with a selector ({@code selector:n}: n of them) waits for all connections at once,
 * and runs the completions. See {@link SelectorFetcher}.
 */
public final class SelectorModel implements IoModel {
    private static final int MOST_THREADS = 1_000;

    @Override
    public String name() {
        return "selector";
    }

    @Override
    public String summary() {
        return "HttpClient async: a reactor thread with a selector waits for all connections at once";
    }

    @Override
    public String resolve(String argument, int inFlight) {
        return Argument.count(this, argument, 1, MOST_THREADS);
    }

    @Override
    public boolean severalHosts() {
        return true;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        int reactors = Integer.parseInt(resolve(config.argument(), config.inFlight()));
        return new SelectorFetcher(name(), config, reactors);
    }
}
