package dev.iomodels.load;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Page;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Counts what came back: right pages with their latencies, failures by kind. Any thread counts; one thread flips. */
public final class Tally {
    private static final int HTTP_OK = 200;

    private final LongSupplier nanoClock;
    private final Latencies latencies = new Latencies();
    private final LongAdder pages = new LongAdder();
    private final LongAdder[] failures = new LongAdder[Failure.values().length];
    private volatile String lastFailure = "";

    /** @param nanoClock what tells the time, in nanoseconds, as {@link System#nanoTime} does */
    public Tally(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        Arrays.setAll(failures, kind -> new LongAdder());
    }

    /** Checks and counts a response; true if it was the page that was asked for. */
    boolean response(Page page, long askedNanos, int status, long bytes, long head) {
        long latency = nanoClock.getAsLong() - askedNanos;
        if (status != HTTP_OK) return wrong(Failure.STATUS, page, "status " + status + ", not 200");
        if (bytes != page.size()) return wrong(Failure.LENGTH, page, bytes + " bytes, not " + page.size());
        if (head != page.head()) return wrong(Failure.PAGE, page, "content of another page, " + Long.toHexString(head));
        latencies.record(page, latency);
        pages.increment();
        return true;
    }

    /** Counts a fetch that brought no response. */
    void failure(Page page, Throwable cause) {
        wrong(Failure.of(cause), page, cause.toString());
    }

    private boolean wrong(Failure kind, Page page, String what) {
        failures[kind.ordinal()].increment();
        lastFailure = page.uri() + ": " + what;
        return false;
    }

    /** How many right pages have come back so far. */
    public long pages() {
        return pages.sum();
    }

    /** How many fetches have failed so far, each kind for itself; kinds that did not occur are left out. */
    public Map<Failure, Long> failures() {
        Map<Failure, Long> counts = new EnumMap<>(Failure.class);
        for (Failure kind : Failure.values()) {
            long count = failures[kind.ordinal()].sum();
            if (count > 0) counts.put(kind, count);
        }
        return counts;
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
        return new Flip(now, pair.latency(), pair.added(), failures());
    }
}
