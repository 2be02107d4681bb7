package dev.iomodels.gate;

import static dev.iomodels.gate.Limits.NEVER;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.result.ForkResult.Measured;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gates of lists: whether their time is possible, and whether JMH has seen the same. */
final class Listing {
    private static final double JMH_PERCENT = 2;
    /** What waking up JMH's thread may take, which waits for the last page, in nanoseconds. */
    private static final double WAKING_NANOS = 1e6;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String MILLIS = "ms/op";

    private Listing() {}

    /** The least time that a list can take, in % of the shortest measured. A page that failed may have come back before its time. */
    static Optional<Reading> possible(ForkFacts fork) {
        Measured raw = fork.raw();
        boolean failed = fork.failures() > 0 || raw.answers() > raw.pages();
        if (raw.lists().leastNanos() == 0 || failed) return Optional.empty();
        return Optional.of(Limits.above(PERCENT, NEVER, 100)
                .read(100.0 * raw.lists().leastNanos() / raw.lists().shortestNanos()));
    }

    /** How far JMH's time of a shot is from the list's, in % of it: of the median list, as JMH's thread may wake up late once. */
    static Optional<Reading> jmhTime(ForkFacts fork) {
        Measured raw = fork.raw();
        if (!raw.lists().any()) return Optional.empty();
        List<Long> own = raw.lists().nanos();
        List<Double> scores = raw.jmh().iterations();
        Limits limits = Limits.above(
                PERCENT, NEVER, JMH_PERCENT + 100 * WAKING_NANOS / raw.lists().meanNanos());
        if (!raw.jmh().unit().equals(MILLIS) || scores.size() != own.size()) return Optional.of(limits.unknown());
        double[] off = IntStream.range(0, own.size())
                .mapToDouble(i -> 100 * Math.abs(scores.get(i) * NANOS_PER_MILLI / own.get(i) - 1))
                .sorted()
                .toArray();
        return Optional.of(limits.read(off[off.length / 2]));
    }
}
