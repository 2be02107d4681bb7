package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.load.Source;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class MeterTest {
    private static final long MEGABYTE = 1_000_000;
    /** The operating system's steps of CPU time, twice. */
    private static final long STEPS_NANOS = 20_000_000;

    private static void burn(long nanos) {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + nanos;
        while (threads.getCurrentThreadCpuTime() < end) Thread.onSpinWait();
    }

    private static void allocate(long bytes) {
        byte[][] kept = new byte[1][];
        for (long done = 0; done < bytes; done += MEGABYTE) kept[0] = new byte[(int) MEGABYTE];
    }

    @Test
    void callersOwnCpuTime_isTheHarnesss() {
        try (Timer timer = new Timer();
                Fetcher fetcher = new Source(1)) {
            Meter meter = new Meter(fetcher, timer, Workers.fromNowOn());
            Meter.Reading before = meter.read();
            burn(200_000_000);
            Meter.Reading after = meter.read();
            assertThat(after.harnessCpuNanos() - before.harnessCpuNanos()).isGreaterThanOrEqualTo(200_000_000);
            assertThat(after.cpuNanos() - before.cpuNanos()).isGreaterThanOrEqualTo(200_000_000 - STEPS_NANOS);
        }
    }

    @Test
    void timersCpuTime_isTheHarnesssToo() throws Exception {
        try (Timer timer = new Timer();
                Fetcher fetcher = new Source(1)) {
            Meter meter = new Meter(fetcher, timer, Workers.fromNowOn());
            timer.executor().submit(() -> {}).get();
            Meter.Reading before = meter.read();
            timer.executor().submit(() -> burn(200_000_000)).get();
            assertThat(meter.read().harnessCpuNanos() - before.harnessCpuNanos())
                    .isGreaterThanOrEqualTo(200_000_000);
        }
    }

    @Test
    void otherThreadsCpuTimeAndAllocations_areTheModels() throws InterruptedException {
        try (Timer timer = new Timer();
                Fetcher fetcher = new Source(1)) {
            Meter meter = new Meter(fetcher, timer, Workers.fromNowOn());
            Meter.Reading before = meter.read();
            CountDownLatch worked = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                burn(200_000_000);
                allocate(64 * MEGABYTE);
                worked.countDown();
                awaitQuietly(read);
            });
            other.start();
            worked.await();
            // The thread still lives: on JDK 17 one that has ended is not counted.
            Meter.Reading after = meter.read();
            read.countDown();
            other.join();
            assertThat(after.allocatedBytes() - before.allocatedBytes()).isGreaterThanOrEqualTo(64 * MEGABYTE);
            long model = after.cpuNanos() - after.harnessCpuNanos() - (before.cpuNanos() - before.harnessCpuNanos());
            assertThat(model).isGreaterThanOrEqualTo(200_000_000 - STEPS_NANOS);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Tag("thorough")
    @Test
    void idling_costsLittle_andNeverLessThanNothing() throws InterruptedException {
        try (Timer timer = new Timer();
                Fetcher fetcher = new Source(1)) {
            assertThat(new Meter(fetcher, timer, Workers.fromNowOn()).idleCpuShare())
                    .isBetween(0.0, 1.0);
        }
    }

    /** The total came with JDK 21, and to 17 with an update. */
    private static boolean jvmHasATotal() {
        return Arrays.stream(com.sun.management.ThreadMXBean.class.getMethods())
                .anyMatch(method -> method.getName().equals("getTotalThreadAllocatedBytes"));
    }

    @Test
    void allocations_sayHowTheyAreCounted() {
        Allocations allocations = Allocations.here();
        assertThat(allocations.name()).isEqualTo(jvmHasATotal() ? "the JVM's total" : "the sum over live threads");
        long before = allocations.bytes();
        allocate(8 * MEGABYTE);
        assertThat(allocations.bytes() - before).isGreaterThanOrEqualTo(8 * MEGABYTE);
    }

    @Test
    void allocationsOfThreadsThatHaveEnded_areInTheTotal_whereThereIsOne() throws InterruptedException {
        assumeTrue(jvmHasATotal());
        Allocations allocations = Allocations.here();
        long before = allocations.bytes();
        Thread other = new Thread(() -> allocate(8 * MEGABYTE));
        other.start();
        other.join();
        // A thread that has ended for whoever joins it adds up what it had a moment later.
        for (int i = 0; i < 5_000 && allocations.bytes() - before < 8 * MEGABYTE; i++) Thread.sleep(1);
        assertThat(allocations.bytes() - before).isGreaterThanOrEqualTo(8 * MEGABYTE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void schedStat_isTheCpuTimeOfAProcess_toLessThanItsSteps() throws Exception {
        Process busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try {
            SchedStat stat = SchedStat.of(busy.pid()).orElseThrow();
            while (stat.nanos() < 100_000_000) Thread.sleep(1);
            long before = stat.nanos();
            long coarse = busy.info().totalCpuDuration().orElseThrow().toNanos();
            long after = stat.nanos();
            assertThat(coarse).isBetween(before - STEPS_NANOS, after + STEPS_NANOS);
        } finally {
            busy.destroyForcibly();
        }
    }

    /** A pool has thousands of threads: what looking at them leaves to collect must not be taken for idling. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void schedStat_ofManyThreads_leavesLittleToCollect() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> many = Stream.generate(() -> new Thread(() -> awaitQuietly(end)))
                .limit(500)
                .toList();
        many.forEach(Thread::start);
        try {
            SchedStat stat = SchedStat.of(ProcessHandle.current().pid()).orElseThrow();
            stat.nanos();
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            stat.nanos();
            assertThat((threads.getCurrentThreadAllocatedBytes() - before) / many.size())
                    .isLessThan(2_500);
        } finally {
            end.countDown();
            for (Thread thread : many) thread.join();
        }
    }

    @Test
    void schedStat_ofAProcessThatIsGone_isUnknown() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor(30, TimeUnit.SECONDS);
        assertThat(SchedStat.of(gone.pid())).isEmpty();
    }
}
