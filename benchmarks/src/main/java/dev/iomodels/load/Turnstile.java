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
    private final long stallNanos;
    private long passed;
    private long waiting;

    /** @param maxDelayNanos the longest delay of any page; if none has come for 10 s and three times that, none will */
    public Turnstile(Tally tally, long maxDelayNanos, LongSupplier nanoClock) {
        this.tally = tally;
        this.nanoClock = nanoClock;
        this.stallNanos = PATIENCE_NANOS + 3 * maxDelayNanos;
        this.passed = tally.pages();
    }

    /** Returns when a page has come back that nobody was let through for yet. @throws Stalled if none comes */
    public void pass() {
        if (waiting == 0) waiting = await();
        waiting--;
        passed++;
    }

    private long await() {
        long arrived = tally.pages() - passed;
        if (arrived > 0) return arrived;
        long since = nanoClock.getAsLong();
        while (true) {
            LockSupport.parkNanos(LOOK_NANOS);
            arrived = tally.pages() - passed;
            if (arrived > 0) return arrived;
            if (nanoClock.getAsLong() - since > stallNanos) throw new Stalled(stallNanos, tally);
            if (Thread.currentThread().isInterrupted()) throw new Stalled(nanoClock.getAsLong() - since, tally);
        }
    }
}
