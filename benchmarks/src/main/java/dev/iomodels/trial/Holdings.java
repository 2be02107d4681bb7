package dev.iomodels.trial;

import dev.iomodels.result.Footprint.Memory;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import javax.management.JMException;
import javax.management.ObjectName;

/** Reads what memory this JVM and its workers hold, once garbage is gone. That stops the JVM for a moment: never while it is measured. */
final class Holdings {
    /** Direct buffers are freed by a thread that hears of their death after the collection; the next collection finds them gone. */
    private static final long CLEANERS_MILLIS = 100;

    private final Workers workers;

    Holdings(Workers workers) {
        this.workers = workers;
    }

    /** What is held now, with so many pages in flight; what the system does not tell is -1. */
    Memory read(IntSupplier pagesInFlight) throws InterruptedException {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(CLEANERS_MILLIS);
        long before = collections();
        long inFlight = pagesInFlight.getAsInt();
        System.gc();
        boolean collected = collections() > before;
        giveBack();
        long committed =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
        long resident = LinuxProcess.here().residentBytes().orElse(-1);
        return new Memory(
                inFlight,
                collected ? liveHeapBytes() : -1,
                // Less than the heap: it was not touched in advance, so what it has resident tells nothing of the rest.
                resident < committed ? -1 : resident,
                committed,
                workersBytes());
    }

    /** How many collections there were in this JVM. */
    static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionCount()))
                .sum();
    }

    private static long liveHeapBytes() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() != MemoryType.HEAP) continue;
            MemoryUsage left = pool.getCollectionUsage();
            if (left == null) return -1;
            sum += left.getUsed();
        }
        return sum;
    }

    private long workersBytes() {
        List<OptionalLong> each = workers.alive().stream()
                .map(worker -> new LinuxProcess(worker.pid()).shareBytes())
                .toList();
        return each.stream().anyMatch(OptionalLong::isEmpty)
                ? -1
                : each.stream().mapToLong(OptionalLong::getAsLong).sum();
    }

    /** Memory that was freed but not given back would count as held: glibc keeps what its threads have freed (malloc_trim(3)). */
    private static void giveBack() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException e) {
            // Older JVMs, and those on another C library, have no such command: then it stays in both readings.
            return;
        }
    }
}
