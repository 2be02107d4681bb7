package dev.iomodels.trial;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;

/** A {@link Costly} as an IO model, {@code test-costly}. It is announced only in the class path of the forks that want it. */
public final class CostlyModel implements IoModel {
    @Override
    public String name() {
        return "test-costly";
    }

    @Override
    public String summary() {
        return "pages at a known cost, without a network";
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new Costly(config.inFlight());
    }
}
