package dev.iomodels.gate;

import static dev.iomodels.gate.Limits.NEVER;
import static dev.iomodels.gate.Unit.COUNT;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.load.Users;
import dev.iomodels.result.ForkResult.Measured;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Gates that ask whether the pages were counted rightly, and whether there are enough of them. */
final class Counting {
    private static final double LOST_AMBER = 2;
    private static final double LOST_RED = 5;
    private static final double JMH_PERCENT = 2;

    private Counting() {}

    /**
     * How many of the started users were not there, in %. By Little's law (1961) rate × time is how many there are: those
     * waiting for a page or a failure, and those that pause after one. Allowed for: at the edges, a page's delay may lie outside.
     */
    static Optional<Reading> usersLost(ForkFacts fork) {
        if (!fork.network() || !fork.closed()) return Optional.empty();
        Measured raw = fork.raw();
        double failing = total(fork.seen().failed()) / raw.seconds();
        double waiting = raw.pagesPerSecond() * fork.seen().latency().getMean() / 1e9 + failing;
        double pausing = fork.failures() / raw.seconds() * Users.PAUSE_MILLIS / 1e3;
        double edge = edge(raw);
        return Optional.of(Limits.above(PERCENT, LOST_AMBER + edge, LOST_RED + edge)
                .read(100 * (1 - (waiting + pausing) / raw.usersStarted())));
    }

    /** All values added up, in seconds. */
    private static double total(Histogram histogram) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getMean() * histogram.getTotalCount() / 1e9;
    }

    /** In %: the mean delay; of few users the longest one, which a single page may have: what they err by shrinks as √users. */
    private static double edge(Measured raw) {
        double longest = raw.maxDelayNanos() / Math.sqrt(raw.usersStarted());
        return 100 * Math.max(raw.meanDelayNanos(), longest) / 1e9 / raw.seconds();
    }

    /**
     * The rate in % of what as many users could get if nothing took time but the delays of the pages that came back, and all
     * of each user's first one had passed before: no more is possible, whichever pages of the table they were.
     */
    static Optional<Reading> rateAbovePossible(ForkFacts fork) {
        Measured raw = fork.raw();
        if (raw.meanDelayNanos() == 0 || !fork.closed()) return Optional.empty();
        double seconds = 1 + raw.maxDelayNanos() / 1e9 / raw.seconds();
        double possible = raw.usersStarted() * seconds / meanDelayNanos(fork) * 1e9;
        return Optional.of(Limits.above(PERCENT, NEVER, 100).read(100 * raw.pagesPerSecond() / possible));
    }

    /** Of the pages measured; of the whole table, if pages came back early: their latencies say nothing of their delays. */
    private static double meanDelayNanos(ForkFacts fork) {
        double own = fork.seen().latency().getMean() - fork.seen().added().getMean();
        return fork.raw().earlyPages() == 0 && own > 0 ? own : fork.raw().meanDelayNanos();
    }

    /** How far JMH's count of operations is from the pages counted, in %. A list is one operation. */
    static Optional<Reading> jmhCount(ForkFacts fork) {
        Measured raw = fork.raw();
        if (raw.lists().any()) return Optional.empty();
        long iterations = raw.measurement().size();
        Limits limits = Limits.above(PERCENT, NEVER, JMH_PERCENT + 100.0 * iterations / raw.pages());
        if (raw.jmh().operations() < 0) return Optional.of(limits.unknown());
        return Optional.of(limits.read(100.0 * Math.abs(raw.jmh().operations() - raw.pages()) / raw.pages()));
    }

    /** A list has the pages that it has. */
    static Optional<Reading> pages(ForkFacts fork) {
        if (fork.raw().lists().any()) return Optional.empty();
        return Optional.of(Limits.below(COUNT, 100, 10).read(fork.raw().pages()));
    }
}
