package dev.iomodels.trial;

import com.sun.management.OperatingSystemMXBean;
import dev.iomodels.fetch.Fetcher;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads what this JVM and its workers have used so far. Confined to one thread, whose own CPU time is the harness's. */
final class Meter {
    private static final int IDLE_WINDOWS = 4;
    private static final int IDLE_MILLIS = 100;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Allocations allocations = Allocations.here();
    private final Map<Long, Duration> workers = new HashMap<>();
    private final Fetcher fetcher;
    private final Timer timer;

    /** @param timer the harness's own; its thread is told apart */
    Meter(Fetcher fetcher, Timer timer) {
        this.fetcher = fetcher;
        this.timer = timer;
    }

    /**
     * What was used since the JVM began.
     *
     * @param cpuNanos of the JVM and its workers, the harness's threads included
     * @param allocatedBytes in the heaps of the JVM and its workers, less those of the thread that reads
     */
    record Reading(long cpuNanos, long harnessCpuNanos, long allocatedBytes, long gcMillis) {}

    Reading read() {
        return new Reading(
                system.getProcessCpuTime() + workersCpuNanos(),
                harnessCpuNanos(),
                allocations.bytes() - Allocations.ofThisThread() + fetcher.workerAllocatedBytes(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum());
    }

    /** How the allocated bytes are counted. */
    String allocationCounter() {
        return allocations.name();
    }

    /**
     * CPU seconds per second while nothing is asked for: the quietest of four tenths of a second, so that a compiler
     * that is still at work does not count as idling.
     */
    double idleCpuShare() throws InterruptedException {
        double quietest = Double.MAX_VALUE;
        for (int i = 0; i < IDLE_WINDOWS; i++) {
            long begin = System.nanoTime();
            long before = fineCpuNanos();
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            long used = fineCpuNanos() - before;
            quietest = Math.min(quietest, Math.max(0, used) / (double) (System.nanoTime() - begin));
        }
        return quietest;
    }

    private long fineCpuNanos() {
        long here = SchedStat.nanos(ProcessHandle.current().pid()).orElseGet(system::getProcessCpuTime);
        long children = ProcessHandle.current()
                .descendants()
                .mapToLong(child -> SchedStat.nanos(child.pid()).orElse(0))
                .sum();
        return here + children - threads.getCurrentThreadCpuTime();
    }

    /** A worker that died keeps what it had used when it was last seen. */
    private long workersCpuNanos() {
        ProcessHandle.current()
                .descendants()
                .forEach(child -> child.info().totalCpuDuration().ifPresent(used -> workers.put(child.pid(), used)));
        return workers.values().stream().mapToLong(Duration::toNanos).sum();
    }

    private long harnessCpuNanos() {
        long timerNanos = timer.threadId() < 0 ? 0 : Math.max(0, threads.getThreadCpuTime(timer.threadId()));
        return threads.getCurrentThreadCpuTime() + timerNanos;
    }
}
