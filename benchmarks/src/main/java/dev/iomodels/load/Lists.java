package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.Collections;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * A list of pages, all wanted at once: whenever it is told to, it fetches the whole list, the same one each time, the table's
 * first pages (a longer one begins anew at the table's end). As many are in flight as the fetcher can have; the others stand in
 * line, and whoever brings a page back sends the next one with its place, on the thread that completed it. A page that fails is
 * counted and not asked for again. One thread fetches.
 */
public final class Lists implements Asking {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final int length;
    private final PageTable pages;
    private final Fetcher fetcher;
    private final Tally tally;
    private final LongSupplier nanoClock;
    private final int places;
    private final Sending sending = new Sending();
    private volatile Optional<Shot> shot = Optional.empty();
    private volatile boolean stopped;
    private long lastNanos;

    /** @param length how many pages are in the list */
    Lists(int length, Terms terms) {
        this.length = length;
        this.pages = terms.pages();
        this.fetcher = terms.fetcher();
        this.tally = terms.tally();
        this.nanoClock = terms.nanoClock();
        this.places = Math.min(length, fetcher.limit());
    }

    /** Fetches the list and returns as soon as its last page is back, well or badly. @throws Stalled if pages do not come */
    public void fetch() {
        Shot next = new Shot();
        shot = Optional.of(next);
        sending.begin();
        long begin = nanoClock.getAsLong();
        for (int i = 0; i < places; i++) next.new Place().ask();
        sending.end();
        lastNanos = next.await() - begin;
    }

    /** The time of the list that was fetched last, in nanoseconds: from asking for its first page to the last byte of whichever came last. */
    public long lastNanos() {
        return lastNanos;
    }

    /**
     * The least time that the list can take, in nanoseconds: as if nothing took time but the pages' own delays, each place
     * being given the next page as soon as it is free (R. L. Graham's list scheduling, SIAM Journal on Applied Mathematics 17,
     * 1969). As no page waits for another, pages that take longer never make the list shorter.
     */
    public long leastNanos() {
        PriorityQueue<Long> free = new PriorityQueue<>(Collections.nCopies(places, 0L));
        long last = 0;
        for (int number = 0; number < length; number++) {
            long back = free.remove() + page(number).delayNanos();
            last = Math.max(last, back);
            free.add(back);
        }
        return last;
    }

    private Page page(int number) {
        return pages.page(number % PageTable.SIZE);
    }

    @Override
    public int started() {
        return places;
    }

    @Override
    public int inFlight() {
        return shot.map(one -> Math.min(places, one.left.get())).orElse(0);
    }

    /** Nothing is asked for until the list is {@link #fetch fetched}. */
    @Override
    public void start() {}

    @Override
    public boolean awaitWhole(long limitNanos) {
        return true;
    }

    /** A list only ever asks for as much as comes back. */
    @Override
    public void check() {}

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public Optional<Arrivals> arrivals() {
        return Optional.empty();
    }

    @Override
    public Optional<Lists> lists() {
        return Optional.of(this);
    }

    @Override
    public Sending sending() {
        return sending;
    }

    /** The list, fetched once. */
    private final class Shot {
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger left = new AtomicInteger(length);
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long endNanos;

        /** When the last page was back. Whoever brings it wakes the caller up at once. */
        long await() {
            long stallNanos = PATIENCE_NANOS + 3 * pages.maxDelayNanos();
            long since = nanoClock.getAsLong();
            try {
                for (int before = length + 1; !over.await(stallNanos, TimeUnit.NANOSECONDS); before = left.get()) {
                    if (left.get() == before) throw stalled(stallNanos);
                    since = nanoClock.getAsLong();
                }
                return endNanos;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stalled(nanoClock.getAsLong() - since);
            }
        }

        private Stalled stalled(long nanos) {
            stopped = true;
            return new Stalled(nanos, tally);
        }

        /** A place in flight. Its fields pass from thread to thread with the fetch that it holds. */
        private final class Place implements Completion {
            private Page page;
            private long askedNanos;

            void ask() {
                int number = next.getAndIncrement();
                if (number >= length || stopped) return;
                page = page(number);
                askedNanos = nanoClock.getAsLong();
                fetcher.fetch(page, this);
            }

            @Override
            public void done(int status, long bytes, long head) {
                tally.response(page, askedNanos, status, bytes, head);
                back();
            }

            @Override
            public void failed(Throwable cause) {
                tally.failure(page, askedNanos, cause);
                back();
            }

            private void back() {
                if (left.decrementAndGet() > 0) {
                    ask();
                    return;
                }
                endNanos = nanoClock.getAsLong();
                over.countDown();
            }
        }
    }
}
