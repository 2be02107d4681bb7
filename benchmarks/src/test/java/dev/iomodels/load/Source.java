package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A fetcher without a network whose pages come back at an exact rate: page k of a stretch without a pause at k ÷ rate
 * after its begin, each right. Late ones are made up for, those that nobody asked for are not. It writes down when it
 * let each go.
 */
public final class Source implements Fetcher {
    private record Ask(Page page, Completion done) {}

    private final double nanosPerPage;
    private final BlockingQueue<Ask> asks = new LinkedBlockingQueue<>();
    private final List<Long> deliveries = new ArrayList<>();
    private final Thread thread = new Thread(this::deliver, "source");
    private volatile boolean closed;

    public Source(double pagesPerSecond) {
        this.nanosPerPage = 1e9 / pagesPerSecond;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void fetch(Page page, Completion done) {
        asks.add(new Ask(page, done));
    }

    private void deliver() {
        long begin = System.nanoTime();
        for (long k = 1; !closed; k++) {
            long due = begin + (long) (k * nanosPerPage);
            for (long early = due - System.nanoTime(); early > 0 && !closed; early = due - System.nanoTime())
                LockSupport.parkNanos(this, early);
            Ask ask = closed ? null : asks.poll();
            if (ask == null) {
                begin = System.nanoTime();
                k = 0;
                continue;
            }
            synchronized (deliveries) {
                deliveries.add(System.nanoTime());
            }
            ask.done.done(200, ask.page.size(), ask.page.head());
        }
    }

    /** When each page was let go, in nanoseconds of {@link System#nanoTime}. */
    public List<Long> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
