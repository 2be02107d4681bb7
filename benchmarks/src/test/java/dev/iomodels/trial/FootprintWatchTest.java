package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.result.Footprint;
import dev.iomodels.result.Footprint.Pinned;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FootprintWatchTest {
    private static final int MEGABYTE = 1_000_000;

    private final AtomicLong pages = new AtomicLong();

    private FootprintWatch watch() {
        return new FootprintWatch(Workers.fromNowOn(), pages::get);
    }

    private static List<Thread> threads(int number, CountDownLatch end) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Thread thread = new Thread(() -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void poolOfAThousand_showsAThousandThreads_evenIfTheyHaveEndedSince() throws InterruptedException {
        CountDownLatch before = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        threads(100, before);
        FootprintWatch watch = watch();
        List<Thread> pool = threads(1_000, end);
        watch.begin();
        end.countDown();
        for (Thread thread : pool) thread.join();
        watch.end();
        before.countDown();
        // A JVM may start one of its own meanwhile.
        assertThat(watch.footprint().threads()).isCloseTo(1_000, within(5));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadsThatEndedBeforeTheMeasurement_areNotInItsPeak() throws InterruptedException {
        FootprintWatch watch = watch();
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> early = threads(500, end);
        end.countDown();
        for (Thread thread : early) thread.join();
        watch.begin();
        watch.end();
        assertThat(watch.footprint().threads()).isLessThan(50);
    }

    /** As those of a fetcher do whose connections were closed: one after the other. */
    @Test
    void memoryWithoutUsers_isReadWhenTheModelsThreadsHaveEnded() throws InterruptedException {
        FootprintWatch watch = watch();
        watch.begin();
        watch.end();
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> ending = threads(10, end);
        Thread closing = new Thread(() -> ending.forEach(FootprintWatchTest::endAfterAMoment));
        closing.setDaemon(true);
        closing.start();
        watch.empty();
        assertThat(ending).noneMatch(Thread::isAlive);
    }

    private static void endAfterAMoment(Thread thread) {
        try {
            Thread.sleep(40);
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void processesStartedSince_areWorkers_thoseOfBeforeAreNot() throws Exception {
        Process before = new ProcessBuilder("sleep", "60").start();
        FootprintWatch watch = watch();
        Process worker = new ProcessBuilder("sleep", "60").start();
        try {
            watch.begin();
            watch.end();
            watch.busy(() -> 1);
            assertThat(watch.footprint().workerThreads()).isEqualTo(1);
            assertThat(watch.footprint().busy().workersBytes()).isBetween(1L, 10L * MEGABYTE);
            worker.destroyForcibly().waitFor();
            watch.empty();
            assertThat(watch.footprint().empty().workersBytes()).isZero();
        } finally {
            before.destroyForcibly();
            worker.destroyForcibly();
        }
    }

    @Test
    void pagesInFlight_areWhatTheLiveHeapIsMoreBy_garbageIsNot() throws InterruptedException {
        FootprintWatch watch = watch();
        watch.begin();
        watch.end();
        List<byte[]> held = new ArrayList<>();
        for (int i = 0; i < 64; i++) held.add(new byte[MEGABYTE]);
        for (int i = 0; i < 64; i++) assertThat(new byte[MEGABYTE]).hasSize(MEGABYTE);
        watch.busy(held::size);
        assertThat(watch.footprint().busy().pagesInFlight()).isEqualTo(held.size());
        held.clear();
        watch.empty();
        Footprint seen = watch.footprint();
        double more = seen.busy().liveHeapBytes() - seen.empty().liveHeapBytes();
        assertThat(more / MEGABYTE).isCloseTo(64, within(5.0));
    }

    /** The peak without anything, once the JVM has given back what other tests left on its heap, which it does bit by bit. */
    private static long settled(FootprintWatch watch) {
        long last = Long.MAX_VALUE;
        for (int i = 0; i < 100; i++) {
            System.gc();
            LockSupport.parkNanos(50_000_000);
            watch.begin();
            watch.end();
            long now = watch.footprint().residentPeakBytes();
            if (Math.abs(now - last) < MEGABYTE) return now;
            last = now;
        }
        throw new AssertionError("the JVM's memory does not settle; it was " + last + " bytes at the end");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void peak_isOfTheMeasurement_andRemainsWhenTheMemoryIsGone() {
        FootprintWatch watch = watch();
        long without = settled(watch);
        watch.begin();
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * MEGABYTE);
        for (int i = 0; i < buffer.capacity(); i += 1024) buffer.put(i, (byte) 1);
        watch.end();
        assertThat(watch.footprint().residentPeakBytes() - without).isGreaterThan(50L * MEGABYTE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void contextSwitches_areThoseOfTheModel_andTheHarnesssAreNot() throws InterruptedException {
        FootprintWatch watch = watch();
        watch.begin();
        for (int i = 0; i < 3_000; i++) LockSupport.parkNanos(20_000);
        pages.addAndGet(100);
        watch.end();
        long harness = watch.footprint().switches().count();
        CountDownLatch parked = new CountDownLatch(1);
        Thread model = new Thread(() -> {
            for (int i = 0; i < 3_000; i++) LockSupport.parkNanos(20_000);
            parked.countDown();
            LockSupport.park();
        });
        model.setDaemon(true);
        watch.begin();
        model.start();
        parked.await();
        pages.addAndGet(200);
        watch.end();
        // Compilers and collectors of this JVM are in both.
        assertThat(harness).isLessThan(2_000);
        assertThat(watch.footprint().switches().count()).isGreaterThanOrEqualTo(3_000);
        assertThat(watch.footprint().switches().pages()).isEqualTo(200);
        LockSupport.unpark(model);
    }

    @Test
    void collections_areCounted() {
        FootprintWatch watch = watch();
        watch.begin();
        System.gc();
        watch.end();
        assertThat(watch.footprint().collections()).isPositive();
    }

    @Test
    void pinnedEvents_areUnknown_whereNobodyAskedForThem() {
        FootprintWatch watch = watch();
        watch.begin();
        watch.end();
        assertThat(watch.footprint().pinned()).isEqualTo(Pinned.UNKNOWN);
    }

    @Test
    void pinnedEvents_areUnknown_onAJdkWithoutVirtualThreads(@TempDir Path directory) {
        assumeTrue(Runtime.version().feature() < 21);
        Path file = directory.resolve("pinned.jfr");
        System.setProperty(PinnedEvents.FILE, file.toString());
        try {
            FootprintWatch watch = watch();
            watch.begin();
            watch.end();
            assertThat(watch.footprint().pinned()).isEqualTo(Pinned.UNKNOWN);
            assertThat(file).doesNotExist();
        } finally {
            System.clearProperty(PinnedEvents.FILE);
        }
    }

    @Test
    void processThatIsGone_isUnknown_neverZero() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        LinuxProcess process = new LinuxProcess(gone.pid());
        assertThat(process.residentBytes()).isEmpty();
        assertThat(process.peakBytes()).isEmpty();
        assertThat(process.threads()).isEmpty();
        assertThat(process.resetPeak()).isFalse();
    }
}
