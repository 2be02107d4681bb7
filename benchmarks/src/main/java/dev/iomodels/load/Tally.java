package dev.iomodels.load;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Fault;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts what came back: right pages with their latencies; failures by kind, those on purpose for themselves. Any thread
 * counts; one thread flips.
 */
public final class Tally {
    private final LongSupplier nanoClock;
    private final Latencies latencies = new Latencies();
    private final LongAdder pages = new LongAdder();
    private final FailureCounts failures = new FailureCounts();
    private final FailureCounts asTold = new FailureCounts();
    private volatile String lastFailure = "";

    /** @param nanoClock what tells the time, in nanoseconds, as {@link System#nanoTime} does */
    public Tally(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Checks and counts a response; true if it was as it was to be: the page that was asked for, or its fault. */
    boolean response(Page page, long askedNanos, int status, long bytes, long head) {
        long latency = nanoClock.getAsLong() - askedNanos;
        int expected = page.fault().status();
        if (status != expected) return wrong(Failure.STATUS, page, latency, "status " + status + ", not " + expected);
        if (bytes != page.size()) return wrong(Failure.LENGTH, page, latency, bytes + " bytes, not " + page.size());
        if (head != page.head())
            return wrong(Failure.PAGE, page, latency, "content of another page, " + Long.toHexString(head));
        if (page.fault().reset() != Fault.Reset.NONE)
            return wrong(Failure.NO_FAULT, page, latency, "a whole response, and no reset");
        if (page.fault().fails()) return asTold(Failure.STATUS, latency);
        latencies.record(page, latency);
        pages.increment();
        return true;
    }

    /** Counts a fetch that brought no response; true if it was not to bring one. */
    boolean failure(Page page, long askedNanos, Throwable cause) {
        long latency = nanoClock.getAsLong() - askedNanos;
        Failure kind = Failure.of(cause);
        boolean reset = page.fault().reset() != Fault.Reset.NONE;
        return reset && kind == Failure.RESET ? asTold(kind, latency) : wrong(kind, page, latency, cause.toString());
    }

    private boolean asTold(Failure kind, long latencyNanos) {
        latencies.recordFailed(kind, true, latencyNanos);
        asTold.add(kind);
        return true;
    }

    private boolean wrong(Failure kind, Page page, long latencyNanos, String what) {
        latencies.recordFailed(kind, false, latencyNanos);
        failures.add(kind);
        lastFailure = page.uri() + ": " + what;
        return false;
    }

    /** How many right pages have come back so far. */
    public long pages() {
        return pages.sum();
    }

    /** How many fetches have failed so far that should not have, each kind for itself; kinds that did not occur are left out. */
    public Map<Failure, Long> failures() {
        return failures.byKind();
    }

    /** How many fetches have failed so far as the page's fault says, each kind for itself. */
    public Map<Failure, Long> asTold() {
        return asTold.byKind();
    }

    /** What went wrong last, for a person; empty if nothing did. */
    public String lastFailure() {
        return lastFailure;
    }

    /** How many pages came back before their own delay was over. */
    public long early() {
        return latencies.early();
    }

    /** Ends an interval and begins the next: clock and histograms at one instant. To be called by one thread. */
    public Flip flip() {
        long now = nanoClock.getAsLong();
        Latencies.Pair pair = latencies.flip();
        return new Flip(now, pair.latency(), pair.added(), pair.failed(), pair.failures(), pair.asTold());
    }
}
