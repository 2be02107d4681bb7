package dev.iomodels.gate;

import static dev.iomodels.gate.Limits.NEVER;
import static dev.iomodels.gate.Unit.MILLIS;
import static dev.iomodels.gate.Unit.PERCENT;

import java.util.Optional;

/** Gates that ask whether the stub did what it was told, and whether it was what limited the fork. */
final class StubSide {
    private static final double BUSY_AMBER = 60;

    private StubSide() {}

    /** How late 99 % of the answers left at the most, in ms: more than a twentieth of the delay is no longer the delay. */
    static Optional<Reading> late(ForkFacts fork) {
        if (!fork.network()) return Optional.empty();
        double delay = fork.meanDelayMillis();
        Limits limits = Limits.above(MILLIS, Math.max(5, 0.05 * delay), Math.max(20, 0.2 * delay));
        long nanos = fork.raw().stub().latenessP99Nanos();
        return Optional.of(nanos < 0 ? limits.unknown() : limits.read(nanos / 1e6));
    }

    /** CPU time of the stub's busiest thread, in % of the time in which pages were wanted. Never red: it is true of the fastest models. */
    static Optional<Reading> busy(ForkFacts fork) {
        if (!fork.network()) return Optional.empty();
        Limits limits = Limits.above(PERCENT, BUSY_AMBER, NEVER);
        double share = fork.raw().stubBusy();
        return Optional.of(share >= 0 ? limits.read(100 * share) : limits.unknown());
    }
}
