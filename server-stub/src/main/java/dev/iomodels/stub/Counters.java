package dev.iomodels.stub;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What the stub counts. Cheap to write to from any thread; never reset. */
final class Counters {
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final ConcurrentMap<String, LongAdder> handshakes = new ConcurrentHashMap<>();
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

    /** A TLS handshake succeeded, which agreed on this protocol and cipher. */
    void handshake(String agreed) {
        handshakes.computeIfAbsent(agreed, any -> new LongAdder()).increment();
    }

    /** A connection turns out to be for readings of these numbers: it does not count, and neither does its handshake. */
    void connectedToRead(Optional<String> agreed) {
        connections.decrement();
        agreed.map(handshakes::get).ifPresent(LongAdder::decrement);
    }

    /** How many handshakes agreed on what. */
    Map<String, Long> handshakes() {
        Map<String, Long> counts = new TreeMap<>();
        handshakes.forEach((agreed, count) -> counts.put(agreed, count.sum()));
        return counts;
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
