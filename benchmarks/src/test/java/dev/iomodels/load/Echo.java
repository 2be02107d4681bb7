package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A fetcher that answers at once, on threads of its own, and knows who has how much in flight. */
final class Echo implements Fetcher {
    private final ExecutorService threads;
    private final Set<Completion> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    Echo(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (!inFlight.add(done)) doubled.incrementAndGet();
        most.accumulateAndGet(inFlight.size(), Math::max);
        threads.execute(() -> {
            inFlight.remove(done);
            done.done(200, page.size(), page.head());
        });
    }

    /** How often somebody asked who had a page in flight. */
    int doubled() {
        return doubled.get();
    }

    int mostInFlight() {
        return most.get();
    }

    int inFlight() {
        return inFlight.size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
