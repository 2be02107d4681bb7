package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The closed loop: each user has one page in flight, and asks for the next when it came back, on the thread that
 * completed it. Nobody dispatches. Users that the fetcher could only let stand in line are not started.
 */
public final class Users implements Asking {
    /** How many users begin in a second at the most: all at once, they would come back in clumps. */
    static final int STARTED_PER_SECOND = 5_000;

    /** The same over TLS, where each new connection costs both sides a handshake: more would queue up, and time out in line. */
    static final int STARTED_PER_SECOND_OVER_TLS = 500;

    /** How often it is looked whether there were answers. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Nobody has had an answer for so long, and the longest delay: the rest need not start. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** How long a user waits after a failure that was not on purpose, in milliseconds: a server that refuses is not hammered. */
    public static final long PAUSE_MILLIS = 10;

    private final PageTable pages;
    private final Fetcher fetcher;
    private final Tally tally;
    private final LongSupplier nanoClock;
    private final ScheduledExecutorService timer;
    private final int started;
    private final CountDownLatch firstPages;
    private final AtomicInteger asking = new AtomicInteger();
    private volatile boolean stopped;

    /**
     * @param asked how many users the scenario has
     * @param timer on which a user waits after a failure; it belongs to the harness, and asking on it never waits
     */
    public Users(
            int asked,
            PageTable pages,
            Fetcher fetcher,
            Tally tally,
            LongSupplier nanoClock,
            ScheduledExecutorService timer) {
        this.pages = pages;
        this.fetcher = fetcher;
        this.tally = tally;
        this.nanoClock = nanoClock;
        this.timer = timer;
        this.started = Math.min(asked, fetcher.limit());
        this.firstPages = new CountDownLatch(started);
    }

    /** How many users there are: as many as were asked for, or as the fetcher can have in flight. */
    @Override
    public int started() {
        return started;
    }

    /**
     * Starts all, user i at i/users of max(mean delay, users ÷ 5000 per s, over TLS 500); returns when the last one has asked. Over TLS
     * they start later where connections are not made as fast as that: there are never more without an answer than would start in
     * the mean delay and a second. Where answers do not come at all, it returns before all have started.
     */
    @Override
    public void start() {
        long begin = nanoClock.getAsLong();
        double spread = Math.max(pages.meanDelayNanos(), started * 1e9 / perSecond());
        double most = overTls() ? perSecond() * (1 + pages.meanDelayNanos() / 1e9) : started;
        for (int i = 0; i < started; i++) {
            long at = begin + (long) (spread * i / started);
            for (long early = at - nanoClock.getAsLong(); early > 0; early = at - nanoClock.getAsLong())
                LockSupport.parkNanos(early);
            begin += awaitAnswers(i, most);
            if (withoutAnswer(i) >= most) return;
            asking.incrementAndGet();
            new User().ask();
        }
    }

    /** Waits until fewer than {@code most} of the {@code begun} users have had no answer, or none comes; returns how many nanoseconds. */
    private long awaitAnswers(int begun, double most) {
        if (withoutAnswer(begun) < most) return 0;
        long begin = nanoClock.getAsLong();
        long since = begin;
        long left = firstPages.getCount();
        while (withoutAnswer(begun) >= most && nanoClock.getAsLong() - since < PATIENCE_NANOS + pages.maxDelayNanos()) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (firstPages.getCount() == left) continue;
            left = firstPages.getCount();
            since = nanoClock.getAsLong();
        }
        return nanoClock.getAsLong() - begin;
    }

    private long withoutAnswer(int begun) {
        return begun - (started - firstPages.getCount());
    }

    private int perSecond() {
        return overTls() ? STARTED_PER_SECOND_OVER_TLS : STARTED_PER_SECOND;
    }

    private boolean overTls() {
        return "https".equals(pages.page(0).uri().getScheme());
    }

    @Override
    public boolean awaitWhole(long limitNanos) throws InterruptedException {
        return firstPages.await(limitNanos, TimeUnit.NANOSECONDS);
    }

    /** Users only ever ask for as much as comes back. */
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
        return Optional.empty();
    }

    /** Nothing: once all have started, users ask on the fetcher's threads. */
    @Override
    public Sending sending() {
        return new Sending();
    }

    /** How many users ask, or wait for their last page after {@link #stop}. */
    @Override
    public int inFlight() {
        return asking.get();
    }

    /** One user. Its fields pass from thread to thread with the fetch that it has in flight. */
    private final class User implements Completion {
        private Page page;
        private long askedNanos;
        private boolean waited;

        void ask() {
            if (stopped) {
                asking.decrementAndGet();
                return;
            }
            page = pages.next();
            askedNanos = nanoClock.getAsLong();
            fetcher.fetch(page, this);
        }

        @Override
        public void done(int status, long bytes, long head) {
            boolean right = tally.response(page, askedNanos, status, bytes, head);
            answered();
            if (right) ask();
            else pause();
        }

        @Override
        public void failed(Throwable cause) {
            boolean asTold = tally.failure(page, askedNanos, cause);
            answered();
            if (asTold) ask();
            else pause();
        }

        private void answered() {
            if (waited) return;
            waited = true;
            firstPages.countDown();
        }

        private void pause() {
            if (stopped) asking.decrementAndGet();
            else timer.schedule(this::ask, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
