package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A fetcher that hands everything on to another, and knows what it was asked for and how much was in flight. */
final class InFlight implements Fetcher {
    private final Fetcher fetcher;
    private final Collection<Long> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    InFlight(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public void fetch(Page page, Completion done) {
        asked.add(page.number());
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        fetcher.fetch(page, new Completion() {
            @Override
            public void done(int status, long bytes, long head) {
                now.decrementAndGet();
                done.done(status, bytes, head);
            }

            @Override
            public void failed(Throwable cause) {
                now.decrementAndGet();
                done.failed(cause);
            }
        });
    }

    @Override
    public int limit() {
        return fetcher.limit();
    }

    /** The numbers of the pages. */
    Collection<Long> asked() {
        return asked;
    }

    int most() {
        return most.get();
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
