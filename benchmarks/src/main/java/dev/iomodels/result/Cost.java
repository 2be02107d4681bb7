package dev.iomodels.result;

import dev.iomodels.result.ForkResult.Measured;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a page costs in CPU time, bytes, memory and switches. Empty where it cannot be told honestly; what nobody counted is never 0. */
final class Cost {
    /** Below this rate a JVM's background would be most of the CPU time, the bytes and the switches. */
    private static final double FROM_PAGES_PER_SECOND = 100;

    /** Lists are over soon, and the system counts in steps of 10 ms: with less than ten of them there is no number. */
    private static final double TOLD_FROM_CPU_SECONDS = 0.1;

    private static final double BYTES_PER_MB = 1e6;

    private Cost() {}

    /** CPU time of the fork and its workers, less the harness's threads and idling, in µs. */
    static OptionalDouble cpuMicrosPerPage(Measured fork) {
        if (tooSlow(fork)) return OptionalDouble.empty();
        double cpu = fork.measurement().stream()
                .mapToDouble(interval -> interval.cpuSeconds() - interval.harnessCpuSeconds())
                .sum();
        if (fork.lists().any() && cpu < TOLD_FROM_CPU_SECONDS) return OptionalDouble.empty();
        return OptionalDouble.of(1e6 * (cpu - fork.idleCpuShare() * fork.seconds()) / fork.pages());
    }

    /** The same the other way round: pages for a second of CPU time. */
    static OptionalDouble pagesPerCpuSecond(Measured fork) {
        return inverse(cpuMicrosPerPage(fork), 1e6);
    }

    /** Bytes allocated in the heaps of the fork and its workers. */
    static OptionalDouble bytesPerPage(Measured fork) {
        if (tooSlow(fork)) return OptionalDouble.empty();
        if (fork.measurement().stream().anyMatch(interval -> interval.allocatedBytes() < 0))
            return OptionalDouble.empty();
        double bytes =
                fork.measurement().stream().mapToLong(Interval::allocatedBytes).sum();
        return OptionalDouble.of(bytes / fork.pages());
    }

    /** Context switches of the fork and its workers, without the harness's threads. */
    static OptionalDouble switchesPerPage(Measured fork) {
        Footprint.Switches switches = fork.footprint().switches();
        if (tooSlow(fork) || switches.count() < 0 || switches.pages() <= 0) return OptionalDouble.empty();
        return OptionalDouble.of((double) switches.count() / switches.pages());
    }

    /**
     * Bytes that the fork and its workers held with users at it, less what was left without, for each page in flight; empty if
     * that is too little, or how many were in flight a matter of the moment.
     */
    static OptionalDouble memoryPerPageInFlight(Measured fork) {
        OptionalLong more = fork.footprint().heldMoreBytes();
        return !fork.inFlightSteady() || more.isEmpty() || more.getAsLong() < Footprint.TOLD_FROM_BYTES
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        (double) more.getAsLong() / fork.footprint().busy().pagesInFlight());
    }

    /** The same the other way round: pages in flight for 10⁶ bytes. */
    static OptionalDouble pagesInFlightPerMegabyte(Measured fork) {
        return inverse(memoryPerPageInFlight(fork), BYTES_PER_MB);
    }

    /** Time in collections of the fork's JVM, in ms per s; its workers' are not known, so it is empty if there are any. */
    static OptionalDouble gcMillisPerSecond(Measured fork) {
        if (fork.footprint().workerThreads() > 0) return OptionalDouble.empty();
        double seconds =
                fork.measurement().stream().mapToDouble(Interval::gcSeconds).sum();
        return OptionalDouble.of(1e3 * seconds / fork.seconds());
    }

    /** Collections of the fork's JVM; empty as {@link #gcMillisPerSecond} is. */
    static OptionalDouble collections(Measured fork) {
        return fork.footprint().workerThreads() > 0
                ? OptionalDouble.empty()
                : known(fork.footprint().collections());
    }

    /** A count, if there is one. */
    static OptionalDouble known(long count) {
        return count < 0 ? OptionalDouble.empty() : OptionalDouble.of(count);
    }

    private static boolean tooSlow(Measured fork) {
        return fork.pagesPerSecond() < FROM_PAGES_PER_SECOND;
    }

    private static OptionalDouble inverse(OptionalDouble value, double of) {
        return value.isPresent() && value.getAsDouble() > 0
                ? OptionalDouble.of(of / value.getAsDouble())
                : OptionalDouble.empty();
    }
}
