package dev.iomodels.trial;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many bytes this JVM has allocated. From JDK 21, and in updates of JDK 17, the JVM keeps the total (JDK-8304074);
 * before, only what each live platform thread has allocated is known, so threads that ended are missing.
 *
 * @param name how it counts, for reports
 */
record Allocations(String name, LongSupplier counter) {

    /** The best count that this JVM has. */
    static Allocations here() {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return total(threads)
                .map(total -> new Allocations("the JVM's total", () -> invoke(total)))
                .orElseGet(() -> new Allocations("the sum over live threads", () -> live(threads)));
    }

    long bytes() {
        return counter.getAsLong();
    }

    private static Optional<MethodHandle> total(ThreadMXBean threads) {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(ThreadMXBean.class, "getTotalThreadAllocatedBytes", MethodType.methodType(long.class))
                    .bindTo(threads));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long invoke(MethodHandle total) {
        try {
            return (long) total.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("the JVM's count of allocated bytes cannot be read", e);
        }
    }

    private static long live(ThreadMXBean threads) {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) sum += Math.max(0, bytes);
        return sum;
    }
}
