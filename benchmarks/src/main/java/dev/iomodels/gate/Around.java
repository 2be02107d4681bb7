package dev.iomodels.gate;

import static dev.iomodels.gate.Unit.MILLIS;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Surroundings;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gates that ask whether the machine was there for the fork. */
final class Around {
    /** The processes are asked a little later than the machine: so many % of its time may be theirs alone. */
    private static final double CLOCKS_DIFFER = 2;

    static final Limits HICCUPS = Limits.above(MILLIS, 10, 50);
    static final Limits STOLEN = Limits.above(PERCENT, 0.5, 2);
    static final Limits OTHERS = Limits.above(PERCENT, 5, 20);

    private Around() {}

    static Optional<Reading> hiccups(ForkFacts fork) {
        long nanos = fork.raw().surroundings().hiccupP999Nanos();
        return Optional.of(nanos < 0 ? HICCUPS.unknown() : HICCUPS.read(nanos / 1e6));
    }

    /** In % of the CPU time that there was. */
    static Optional<Reading> stolen(ForkFacts fork) {
        Surroundings around = fork.raw().surroundings();
        return Optional.of(
                around.stolenCpuSeconds() < 0 ? STOLEN.unknown() : STOLEN.read(share(around.stolenCpuSeconds(), fork)));
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
     * read at slightly different moments, so it can come out a little below nothing. Where the kernel charges interrupts to
     * whom they interrupt, ours have paid for them, and they count.
     */
    static Optional<Reading> others(ForkFacts fork) {
        OptionalDouble left = left(fork);
        double interrupts = fork.raw().surroundings().interruptCpuSeconds();
        if (left.isEmpty() || fork.interruptsCharged() && interrupts < 0) return Optional.of(OTHERS.unknown());
        double paid = fork.interruptsCharged() ? interrupts : 0;
        return Optional.of(OTHERS.read(Math.max(0, left.getAsDouble() + share(paid, fork))));
    }

    /**
     * Whether the fork shows that the kernel charges interrupts to whom they interrupt (Linux without {@code
     * CONFIG_IRQ_TIME_ACCOUNTING}): by their own clocks, ours used more than all processes of the machine did.
     */
    static boolean chargesInterrupts(ForkFacts fork) {
        return left(fork).orElse(0) < -CLOCKS_DIFFER;
    }

    /** What all processes used and ours did not, in %; empty if it cannot be told. */
    private static OptionalDouble left(ForkFacts fork) {
        Measured raw = fork.raw();
        Surroundings around = raw.surroundings();
        double stub = fork.stubIsHere() ? raw.stub().cpuShare() : 0;
        if (around.busyCpuSeconds() < 0 || around.runnerCpuSeconds() < 0 || !(stub >= 0)) return OptionalDouble.empty();
        double client =
                raw.measurement().stream().mapToDouble(Interval::cpuSeconds).sum() / raw.seconds();
        return OptionalDouble.of(share(around.busyCpuSeconds() - around.runnerCpuSeconds(), fork)
                - 100 * (client + stub) / around.cores());
    }

    /** So many seconds of CPU time, in % of what there was while the fork was watched. */
    private static double share(double seconds, ForkFacts fork) {
        Surroundings around = fork.raw().surroundings();
        return 100 * seconds / around.seconds() / around.cores();
    }
}
