package dev.iomodels.fetch;

/**
 * A virtual thread for every page, blocked by the page that it fetches (JEP 444). The carriers are the JDK's: as many as
 * there are cores.
 */
public final class VirtualThreadModel implements IoModel {
    @Override
    public String name() {
        return "virtual-thread";
    }

    @Override
    public String summary() {
        return "a virtual thread for every page, blocked by the page that it fetches";
    }

    @Override
    public int minimumJdk() {
        return VirtualThreads.SINCE;
    }

    @Override
    public boolean severalHosts() {
        return true;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new BlockingFetcher(
                config,
                new Daemons(name()),
                VirtualThreads.perTask(name(), VirtualThreads.named(name())),
                config.inFlight(),
                "a virtual thread for every page");
    }
}
