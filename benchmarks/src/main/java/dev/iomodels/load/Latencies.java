package dev.iomodels.load;

import dev.iomodels.fetch.Page;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.WriterReaderPhaser;

/**
 * How long pages took, in nanoseconds, as two histograms of three significant digits: the latency, and what of it was
 * added to the page's own delay. Any thread records, without waiting; one thread flips. Both histograms flip at one
 * instant, which two of HdrHistogram's recorders side by side could not: a page is in both or in neither.
 */
final class Latencies {
    private final WriterReaderPhaser phaser = new WriterReaderPhaser();
    private final LongAdder early = new LongAdder();
    private volatile Pair active = new Pair();

    /** The two histograms of one interval; they grow with what they hold. */
    static final class Pair {
        private static final int DIGITS = 3;

        private final ConcurrentHistogram latency = new ConcurrentHistogram(DIGITS);
        private final ConcurrentHistogram added = new ConcurrentHistogram(DIGITS);

        Histogram latency() {
            return latency;
        }

        Histogram added() {
            return added;
        }
    }

    void record(Page page, long nanos) {
        long more = nanos - page.delayNanos();
        if (more < 0) early.increment();
        long entered = phaser.writerCriticalSectionEnter();
        try {
            Pair pair = active;
            pair.latency.recordValue(Math.max(0, nanos));
            pair.added.recordValue(Math.max(0, more));
        } finally {
            phaser.writerCriticalSectionExit(entered);
        }
    }

    /** What was recorded since the last flip; nobody writes to it any more. */
    Pair flip() {
        Pair next = new Pair();
        phaser.readerLock();
        try {
            Pair last = active;
            active = next;
            phaser.flipPhase();
            return last;
        } finally {
            phaser.readerUnlock();
        }
    }

    /** How many pages came back before their own delay was over, and were counted as 0 added. */
    long early() {
        return early.sum();
    }
}
