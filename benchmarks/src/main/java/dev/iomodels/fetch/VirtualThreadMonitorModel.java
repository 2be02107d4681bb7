package dev.iomodels.fetch;

import java.util.concurrent.ThreadFactory;

/**
 * A virtual thread for every page that holds a monitor while it fetches, as libraries do that were written before virtual
 * threads. Each thread has a monitor of its own, so none waits for another's: until JDK 23 the monitor alone keeps a waiting
 * virtual thread on its carrier, and as many pages are in flight as there are carriers; from JDK 24 (JEP 491) it does not matter.
 */
public final class VirtualThreadMonitorModel implements IoModel {
    /** The first JDK whose monitors do not pin (JEP 491). */
    private static final int UNPINNED_SINCE = 24;

    @Override
    public String name() {
        return "virtual-thread-monitor";
    }

    @Override
    public String summary() {
        return "a virtual thread for every page, which holds a monitor while it fetches, as older libraries do";
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
        ThreadFactory virtual = VirtualThreads.named(name());
        ThreadFactory holding = task -> virtual.newThread(new Holding(task));
        boolean pins = Runtime.version().feature() < UNPINNED_SINCE;
        int limit = pins ? VirtualThreads.carriers() : config.inFlight();
        String limits = "a virtual thread for every page, which holds a monitor"
                + (pins ? " and with it one of the JDK's " + limit + " carriers" : "");
        return new BlockingFetcher(config, new Daemons(name()), VirtualThreads.perTask(name(), holding), limit, limits);
    }

    /** Is its own monitor: one that nobody else could see would be optimised away. */
    private record Holding(Runnable task) implements Runnable {
        @Override
        public void run() {
            synchronized (this) {
                task.run();
            }
        }
    }
}
