package dev.iomodels.load;

import dev.iomodels.fetch.Page;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How long pages took, in nanoseconds, as two histograms of three significant digits: the latency, and what of it was
 * added to the page's own delay. Any thread records, without waiting; one thread flips.
 */
final class Latencies {
    private static final int DIGITS = 3;

    private final Recorder latency = new Recorder(DIGITS);
    private final Recorder added = new Recorder(DIGITS);
    private final LongAdder early = new LongAdder();

    void record(Page page, long nanos) {
        latency.recordValue(Math.max(0, nanos));
        long more = nanos - page.delayNanos();
        if (more < 0) early.increment();
        added.recordValue(Math.max(0, more));
    }

    /** The latencies recorded since the last flip. */
    Histogram flipLatency() {
        return latency.getIntervalHistogram();
    }

    /** The added latencies recorded since the last flip. */
    Histogram flipAdded() {
        return added.getIntervalHistogram();
    }

    /** How many pages came back before their own delay was over, and were counted as 0 added. */
    long early() {
        return early.sum();
    }
}
