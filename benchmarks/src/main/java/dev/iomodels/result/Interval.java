package dev.iomodels.result;

import dev.iomodels.fetch.Failure;
import java.util.Map;

/**
 * What happened in a fork between two flips: one iteration, and the gap before it.
 *
 * @param warmup whether it is left out of every number
 * @param seconds how long it was
 * @param pages right pages that came back in it
 * @param failures failures in it, by kind, those on purpose left out
 * @param cpuSeconds CPU time of the fork and its workers
 * @param harnessCpuSeconds the part of it that the harness's own threads took
 * @param allocatedBytes bytes allocated in the heaps of the fork and its workers; negative where nobody can tell
 * @param gcSeconds time in collections, as the fork's JVM reports it
 * @param compileSeconds time in the compilers of the fork's JVM, all of their threads added up, without its workers; -1 where it does not tell
 * @param failedAsTold failures on purpose, by kind: pages whose fault is to fail, and that did
 */
public record Interval(
        boolean warmup,
        double seconds,
        long pages,
        Map<Failure, Long> failures,
        double cpuSeconds,
        double harnessCpuSeconds,
        long allocatedBytes,
        double gcSeconds,
        Double compileSeconds,
        Map<Failure, Long> failedAsTold) {
    /** A JVM without a compiler, or a run of before it was asked, does not tell. */
    public static final double UNKNOWN = -1;

    public Interval {
        if (compileSeconds == null) compileSeconds = UNKNOWN;
        if (failedAsTold == null) failedAsTold = Map.of();
    }

    /** One in which nothing failed on purpose. */
    public Interval(
            boolean warmup,
            double seconds,
            long pages,
            Map<Failure, Long> failures,
            double cpuSeconds,
            double harnessCpuSeconds,
            long allocatedBytes,
            double gcSeconds,
            Double compileSeconds) {
        this(
                warmup,
                seconds,
                pages,
                failures,
                cpuSeconds,
                harnessCpuSeconds,
                allocatedBytes,
                gcSeconds,
                compileSeconds,
                Map.of());
    }
}
