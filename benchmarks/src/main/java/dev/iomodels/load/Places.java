package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many pages in flight and no more. Those that find no place wait in line, in the order in which they were due; whoever
 * brings a page back sends the next one with its place. Any thread sends and completes, and none waits.
 */
final class Places {
    private final int places;
    private final Fetcher fetcher;
    private final Tally tally;
    private final Queue<Arrival> line = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inLine = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean freed = true;
    private volatile boolean stopped;

    Places(int places, Fetcher fetcher, Tally tally) {
        this.places = places;
        this.fetcher = fetcher;
        this.tally = tally;
    }

    int number() {
        return places;
    }

    /** Sends a page, or puts it in line; true if it was sent at once. To be called by one thread, in the order in which pages are due. */
    boolean take(Arrival arrival) {
        if (inLine.get() == 0 && enter()) {
            fetcher.fetch(arrival.page, arrival);
            return true;
        }
        line.add(arrival);
        inLine.incrementAndGet();
        fill();
        return false;
    }

    private boolean enter() {
        int now = taken.get();
        while (now < places) {
            if (taken.compareAndSet(now, now + 1)) return true;
            now = taken.get();
        }
        return false;
    }

    /** Sends from the line while there is a place. Somebody who joins it, or leaves a place, looks once more afterwards. */
    private void fill() {
        while (!stopped && inLine.get() > 0 && enter()) if (!sendNext()) taken.decrementAndGet();
    }

    /** With a place in hand: false if nobody is in line after all. */
    private boolean sendNext() {
        Arrival next = stopped ? null : line.poll();
        if (next == null) return false;
        inLine.decrementAndGet();
        fetcher.fetch(next.page, next);
        return true;
    }

    private void leave() {
        if (sendNext()) return;
        taken.decrementAndGet();
        // Read first: a write by everybody would have the processors pass it around.
        if (!freed) freed = true;
        fill();
    }

    /** How many pages are in flight. */
    int taken() {
        return taken.get();
    }

    /** Whether a place has been free at some moment since this was asked last. To be asked by one thread. */
    boolean wasFree() {
        boolean was = freed;
        freed = taken.get() < places;
        return was || freed;
    }

    /** When the page was due that waits at the head of the line; {@link Long#MAX_VALUE} if none waits. */
    long headDueNanos() {
        Arrival head = line.peek();
        return head == null ? Long.MAX_VALUE : head.dueNanos;
    }

    /** How many pages wait in line. */
    int inLine() {
        return inLine.get();
    }

    /** Nobody leaves the line any more. */
    void stop() {
        stopped = true;
    }

    /** A page on its way, whose latency counts from when it was due. */
    final class Arrival implements Completion {
        private final Page page;
        private final long dueNanos;

        Arrival(Page page, long dueNanos) {
            this.page = page;
            this.dueNanos = dueNanos;
        }

        long dueNanos() {
            return dueNanos;
        }

        @Override
        public void done(int status, long bytes, long head) {
            tally.response(page, dueNanos, status, bytes, head);
            leave();
        }

        @Override
        public void failed(Throwable cause) {
            tally.failure(page, dueNanos, cause);
            leave();
        }
    }
}
