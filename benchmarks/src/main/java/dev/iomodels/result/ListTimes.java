package dev.iomodels.result;

import java.util.List;
import java.util.Objects;

/**
 * The times of the lists that a fork fetched while it was measured, warm-up left out: from asking for the first page to the
 * last byte of whichever came last.
 *
 * @param leastNanos the least that one can take: with so many pages in flight, and nothing that takes time but their own delays
 * @param nanos of each list, in their order
 */
public record ListTimes(long leastNanos, List<Long> nanos) {
    /** No lists were fetched. */
    public static final ListTimes NONE = new ListTimes(0, List.of());

    public ListTimes {
        Objects.requireNonNull(nanos, "no nanos");
        if (leastNanos < 0 || nanos.stream().anyMatch(one -> one == null || one <= 0))
            throw new IllegalArgumentException("lists of " + nanos + " ns, at least " + leastNanos);
    }

    /** Whether there were any. */
    public boolean any() {
        return !nanos.isEmpty();
    }

    /** The number of record: the mean, in nanoseconds. */
    public double meanNanos() {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    /** The shortest, in nanoseconds. */
    public long shortestNanos() {
        return nanos.stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** All together, in seconds. */
    public double seconds() {
        return nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
    }
}
