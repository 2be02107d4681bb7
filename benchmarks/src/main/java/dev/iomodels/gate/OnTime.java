package dev.iomodels.gate;

import static dev.iomodels.gate.Unit.MILLIS;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.result.Arrived;
import dev.iomodels.result.ForkResult.Measured;
import java.util.Optional;

/** Gates of open loops: whether pages were asked for when they were due, and as many came back as were asked for. */
final class OnTime {
    private static final double ACHIEVED_AMBER = 99;
    private static final double ACHIEVED_RED = 95;
    /** As many standard deviations of the number in flight may the edges of the measurement take away. */
    private static final double SIGMAS = 3;

    private OnTime() {}

    /** How late the pacer came to 99 % of the pages at the most, in ms. Waiting in line for a place is not counted: that is in the response times. */
    static Optional<Reading> late(ForkFacts fork) {
        if (!fork.raw().arrived().open()) return Optional.empty();
        return Optional.of(
                Limits.above(MILLIS, 1, 10).read(fork.seen().lateness().getValueAtPercentile(99) / 1e6));
    }

    /**
     * Pages that came back, right or failed on purpose, in % of those that were due. Pages in flight at the two edges make a difference: their number
     * fluctuates as √ of rate × response time at the most (a Poisson distribution's), so three of that are allowed for where
     * it is more than the limit.
     */
    static Optional<Reading> achieved(ForkFacts fork) {
        Measured raw = fork.raw();
        Arrived arrived = raw.arrived();
        if (!arrived.open()) return Optional.empty();
        double inFlight = arrived.offeredPerSecond() * fork.seen().latency().getMean() / 1e9;
        double least = 100 * (1 - SIGMAS * Math.sqrt(inFlight) / arrived.due());
        return Optional.of(Limits.below(PERCENT, Math.min(ACHIEVED_AMBER, least), Math.min(ACHIEVED_RED, least))
                .read(100.0 * raw.answers() / arrived.due()));
    }
}
