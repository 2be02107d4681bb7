package dev.iomodels.fetch;

import java.util.concurrent.Executors;

/** One thread, one page after another: {@code for (page : pages) fetch(page)}. What is asked for meanwhile stands in line. */
public final class BlockingModel implements IoModel {
    @Override
    public String name() {
        return "blocking";
    }

    @Override
    public String summary() {
        return "one thread, one page after another";
    }

    @Override
    public boolean severalHosts() {
        return true;
    }

    @Override
    public int limit(String argument) {
        return 1;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        Daemons threads = new Daemons(name());
        return new BlockingFetcher(config, threads, Executors.newSingleThreadExecutor(threads), 1, "1 thread");
    }
}
