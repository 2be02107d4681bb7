package dev.iomodels.trial;

import dev.iomodels.load.Load;
import dev.iomodels.result.Interval;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/**
 * Carries the last interval from the state to the profiler. JMH makes both and lets neither know the other, so this is
 * the one place where a static has to hold something.
 */
final class Handover {
    private static final AtomicReference<Edge> LAST = new AtomicReference<>();

    private Handover() {}

    /** An interval and its histograms; of lateness only in an open loop. */
    record Edge(Load.Loop loop, Interval interval, Histogram latency, Histogram added, Optional<Histogram> lateness) {}

    static void offer(Edge edge) {
        LAST.set(edge);
    }

    static Optional<Edge> take() {
        return Optional.ofNullable(LAST.getAndSet(null));
    }
}
