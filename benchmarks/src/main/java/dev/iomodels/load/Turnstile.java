package dev.iomodels.load;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets its caller through once for each page that has come back, and never without one. It looks at the count every
 * 20 ms and sleeps in between, so that watching costs next to nothing. Confined to one thread.
 */
public final class Turnstile {
    private static final long LOOK_NANOS = 20_000_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Tally tally;
    private final LongSupplier nanoClock;
    private final Runnable check;
    private final long stallNanos;
    private final Trail trail = new Trail();
    private long passed;
    private long waiting;

    /** @param maxDelayNanos the longest delay of any page; if none has come for 10 s and three times that, none will */
    public Turnstile(Tally tally, long maxDelayNanos, LongSupplier nanoClock) {
        this(tally, maxDelayNanos, nanoClock, () -> {});
    }

    /** @param check throws if the load cannot go on; it is called whenever the turnstile looks at the count */
    public Turnstile(Tally tally, long maxDelayNanos, LongSupplier nanoClock, Runnable check) {
        this.tally = tally;
        this.nanoClock = nanoClock;
        this.check = check;
        this.stallNanos = PATIENCE_NANOS + 3 * maxDelayNanos;
        this.passed = tally.pages();
    }

    /** What it has seen of the count. */
    public Trail trail() {
        return trail;
    }

    /** Returns when a page has come back that nobody was let through for yet. @throws Stalled if none comes */
    public void pass() {
        if (waiting == 0) waiting = await();
        waiting--;
        passed++;
    }

    private long await() {
        long since = nanoClock.getAsLong();
        long arrived = look(since);
        if (arrived > 0) return arrived;
        while (true) {
            LockSupport.parkNanos(LOOK_NANOS);
            long now = nanoClock.getAsLong();
            arrived = look(now);
            if (arrived > 0) return arrived;
            if (now - since > stallNanos) throw new Stalled(stallNanos, tally);
            if (Thread.currentThread().isInterrupted()) throw new Stalled(now - since, tally);
        }
    }

    private long look(long nowNanos) {
        check.run();
        long pages = tally.pages();
        trail.look(nowNanos, pages);
        return pages - passed;
    }
}
