package dev.iomodels.gate;

import static dev.iomodels.gate.Unit.MILLIS;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Surroundings;
import java.util.Optional;

/** Gates that ask whether the machine was there for the fork. */
final class Around {
    private Around() {}

    static Optional<Reading> hiccups(ForkFacts fork) {
        Limits limits = Limits.above(MILLIS, 10, 50);
        long nanos = fork.raw().surroundings().hiccupP999Nanos();
        return Optional.of(nanos < 0 ? limits.unknown() : limits.read(nanos / 1e6));
    }

    /** In % of the CPU time that there was. */
    static Optional<Reading> stolen(ForkFacts fork) {
        Limits limits = Limits.above(PERCENT, 0.5, 2);
        Surroundings around = fork.raw().surroundings();
        return Optional.of(
                around.stolenCpuSeconds() < 0
                        ? limits.unknown()
                        : limits.read(100 * around.stolenCpuSeconds() / around.cores() / around.seconds()));
    }

    /** In % of the periods of the control group's quota. Without a quota there are no periods, and nothing is held up. */
    static Optional<Reading> throttled(ForkFacts fork) {
        Limits limits = Limits.above(PERCENT, 0, 1);
        Surroundings around = fork.raw().surroundings();
        if (around.throttled() < 0 || around.periods() < 0) return Optional.of(limits.unknown());
        return Optional.of(
                limits.read(around.throttled() == 0 ? 0 : 100.0 * around.throttled() / Math.max(1, around.periods())));
    }

    /**
     * CPU time that neither the fork and its workers nor the stub nor the runner used, in % of what there was. They were
     * read at slightly different moments, so it can come out a little below nothing.
     */
    static Optional<Reading> others(ForkFacts fork) {
        Limits limits = Limits.above(PERCENT, 5, 20);
        Measured raw = fork.raw();
        Surroundings around = raw.surroundings();
        double stub = fork.stubIsHere() ? raw.stub().cpuShare() : 0;
        if (around.busyCpuSeconds() < 0 || around.runnerCpuSeconds() < 0 || !(stub >= 0))
            return Optional.of(limits.unknown());
        double client =
                raw.measurement().stream().mapToDouble(Interval::cpuSeconds).sum() / raw.seconds();
        double others = (around.busyCpuSeconds() - around.runnerCpuSeconds()) / around.seconds() - client - stub;
        return Optional.of(limits.read(Math.max(0, 100 * others / around.cores())));
    }
}
