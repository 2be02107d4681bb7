package dev.iomodels.load;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Page;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.WriterReaderPhaser;

/**
 * How long pages took, in nanoseconds, as histograms of three significant digits: the latency, and what of it was added to
 * the page's own delay; and how long failed fetches took, which are in neither. Any thread records, without waiting; one
 * thread flips. All flip at one instant, which HdrHistogram's recorders side by side could not: a page is in both or in neither,
 * and a failure is timed in the interval that counts it.
 */
final class Latencies {
    private final WriterReaderPhaser phaser = new WriterReaderPhaser();
    private final LongAdder early = new LongAdder();
    private volatile Pair active = new Pair();

    /** The histograms of one interval; they grow with what they hold. */
    static final class Pair {
        private static final int DIGITS = 3;

        private final ConcurrentHistogram latency = new ConcurrentHistogram(DIGITS);
        private final ConcurrentHistogram added = new ConcurrentHistogram(DIGITS);
        private final ConcurrentHistogram failed = new ConcurrentHistogram(DIGITS);

        private final FailureCounts failures = new FailureCounts();
        private final FailureCounts asTold = new FailureCounts();

        Histogram latency() {
            return latency;
        }

        Histogram added() {
            return added;
        }

        Histogram failed() {
            return failed;
        }

        Map<Failure, Long> failures() {
            return failures.byKind();
        }

        Map<Failure, Long> asTold() {
            return asTold.byKind();
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

    /** A fetch failed after so many nanoseconds, as its page's fault says or not. */
    void recordFailed(Failure kind, boolean asTold, long nanos) {
        long entered = phaser.writerCriticalSectionEnter();
        try {
            Pair pair = active;
            pair.failed.recordValue(Math.max(0, nanos));
            (asTold ? pair.asTold : pair.failures).add(kind);
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
