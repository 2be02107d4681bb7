package dev.iomodels.trial;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.load.Arrivals;
import dev.iomodels.load.Asking;
import dev.iomodels.load.Sending;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Reads what this JVM and its workers have used so far. Confined to one thread, whose own CPU time is the harness's. */
final class Meter {
    private static final int IDLE_WINDOWS = 4;
    private static final int MOST_IDLE_WINDOWS = 100;
    private static final int IDLE_MILLIS = 100;
    /** Of one processor. */
    private static final double QUIET = 0.002;

    private static final long JMH_THREAD = 1;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final Allocations allocations = Allocations.here();
    private final Map<Long, Duration> used = new HashMap<>();
    private final Workers workers;
    private final Fetcher fetcher;
    private final Timer timer;
    private Optional<Arrivals> arrivals = Optional.empty();
    private Optional<Sending> sending = Optional.empty();

    /** @param timer the harness's own; its thread is told apart */
    Meter(Fetcher fetcher, Timer timer, Workers workers) {
        this.fetcher = fetcher;
        this.timer = timer;
        this.workers = workers;
    }

    /** From now on the pacer is the harness's too; but what the harness's threads do inside the fetcher is not. */
    void under(Asking load) {
        arrivals = load.arrivals();
        sending = Optional.of(load.sending());
    }

    /**
     * What was used since the JVM began.
     *
     * @param cpuNanos of the JVM and its workers, the harness's threads included
     * @param compileMillis in the compilers of this JVM; -1 if it does not tell
     * @param allocatedBytes in the heaps of the JVM and its workers, less the harness's own
     */
    record Reading(long cpuNanos, long harnessCpuNanos, long allocatedBytes, long gcMillis, long compileMillis) {}

    Reading read() {
        return new Reading(
                system.getProcessCpuTime() + workersCpuNanos(),
                harnessCpuNanos(),
                allocations.bytes() - harnessBytes() + fetcher.workerAllocatedBytes(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum(),
                compileMillis());
    }

    private static long compileMillis() {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return compilers == null || !compilers.isCompilationTimeMonitoringSupported()
                ? -1
                : compilers.getTotalCompilationTime();
    }

    /** How the allocated bytes are counted. */
    String allocationCounter() {
        return allocations.name();
    }

    /**
     * CPU seconds per second while nothing is asked for: the quietest tenth of a second, so that what the hot phase left to do
     * does not count as idling. That may be much: a pool of thousands of threads wakes up one after another for pages that others
     * have taken, for seconds. So it looks until a tenth was quiet, or for so long that this must be how it idles.
     */
    double idleCpuShare() throws InterruptedException {
        double quietest = Double.MAX_VALUE;
        LongSupplier cpuNanos = fineCpuNanos();
        for (int i = 0; i < IDLE_WINDOWS || i < MOST_IDLE_WINDOWS && quietest > QUIET; i++) {
            long begin = System.nanoTime();
            long before = cpuNanos.getAsLong();
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
            long used = cpuNanos.getAsLong() - before;
            quietest = Math.min(quietest, Math.max(0, used) / (double) (System.nanoTime() - begin));
        }
        return quietest;
    }

    /** CPU time of what is there now, without the harness's, as finely as the system tells it. */
    private LongSupplier fineCpuNanos() {
        Optional<SchedStat> here = SchedStat.of(ProcessHandle.current().pid());
        List<SchedStat> children = workers.alive().stream()
                .map(child -> SchedStat.of(child.pid()))
                .flatMap(Optional::stream)
                .toList();
        return () -> here.map(stat -> stat.nanos() + threads.getCurrentThreadCpuTime())
                        .orElseGet(system::getProcessCpuTime)
                + children.stream().mapToLong(SchedStat::nanos).sum()
                - harnessCpuNanos();
    }

    /** A worker that died keeps what it had used when it was last seen. */
    private long workersCpuNanos() {
        workers.alive()
                .forEach(child -> child.info().totalCpuDuration().ifPresent(time -> used.put(child.pid(), time)));
        return used.values().stream().mapToLong(Duration::toNanos).sum();
    }

    private long harnessCpuNanos() {
        long sum = 0;
        for (long id : harnessThreads()) sum += Math.max(0, threads.getThreadCpuTime(id));
        return sum - sending.map(Sending::cpuNanos).orElse(0L);
    }

    private long harnessBytes() {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(harnessThreads())) sum += Math.max(0, bytes);
        return sum - sending.map(Sending::bytes).orElse(0L);
    }

    /** The turnstile's thread, the timer's, the pacer's, and the JVM's first, on which JMH makes its results. */
    private long[] harnessThreads() {
        return LongStream.of(
                        Thread.currentThread().getId(),
                        timer.threadId(),
                        arrivals.map(Arrivals::threadId).orElse(-1L),
                        JMH_THREAD)
                .filter(id -> id > 0)
                .distinct()
                .toArray();
    }
}
