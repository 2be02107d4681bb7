package dev.iomodels.stub;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What the stub counts. Cheap to write to from any thread; never reset. */
final class Counters {
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final LongAdder handshakes = new LongAdder();
    private final Recorder recorder = new Recorder(3);
    private final Histogram lateness = new Histogram(3);

    void begin() {
        begun.increment();
    }

    /** One page is no longer in flight: written, or its client gone. */
    void end() {
        ended.increment();
    }

    /** One page left so many nanoseconds later than asked; clocks may make that less than nothing, which counts as nothing. */
    void late(long nanos) {
        recorder.recordValue(Math.max(0, nanos));
    }

    void connect() {
        connections.increment();
    }

    void handshake() {
        handshakes.increment();
    }

    /** A connection turns out to be for readings of these numbers: it does not count, and so its handshake, if it had one. */
    void connectedToRead(boolean secure) {
        connections.decrement();
        if (secure) handshakes.decrement();
    }

    long handshakes() {
        return handshakes.sum();
    }

    long connections() {
        return connections.sum();
    }

    long begun() {
        return begun.sum();
    }

    /** Ends are read first, so that this is never negative. */
    long inFlight() {
        long before = ended.sum();
        return begun.sum() - before;
    }

    /** A copy of the lateness of all pages so far, in nanoseconds. */
    synchronized Histogram lateness() {
        lateness.add(recorder.getIntervalHistogram());
        return lateness.copy();
    }
}
