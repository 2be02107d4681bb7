package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.Models;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Coordinated omission, with numbers that are known: a real stub stands still for a tenth of the time, once. Both loops
 * look at it at the same time. Worked out by hand, with D the delay of a page, F the standstill and T the time measured:
 *
 * <p>A page that is due s after the standstill began takes D + F − s; one that was due up to D before it takes F + s. So of all
 * pages the share (2 D + F − x) ÷ T takes longer than x, for D &lt; x &lt; F: the quantile q is x = 2 D + F − (1 − q) T. Each
 * user has but one page in flight, which takes longer; all others take D.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(180)
class OmissionTest {
    private static final int USERS = 10;
    private static final long DELAY_MILLIS = 20;

    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    /** What both loops saw of the same standstill. */
    private record Seen(Histogram closed, Histogram open, Histogram lateness) {
        /** Whether the machine was there: the harness kept its schedule, and in the closed loop the median is the delay. */
        boolean undisturbed() {
            return lateness.getValueAtPercentile(99) < 2_000_000
                    && closed.getValueAtPercentile(90) < (DELAY_MILLIS + 5) * 1_000_000;
        }

        long closedBeyond(long millis) {
            return closed.getTotalCount() - closed.getCountBetweenValues(0, millis * 1_000_000);
        }

        double openMillis(double percentile) {
            return open.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** A stub that stands still for {@code freezeMillis} in the midst of {@code millis}, and {@code rate} pages per second. */
    private Seen watch(String model, int rate, long millis, long freezeMillis) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (StubProcess stub = StubProcess.start(java, List.of(), StubProcess.JVM_ARGS, StubOptions.DEFAULT);
                Fetcher one = fetcher(stub, model);
                Fetcher other = fetcher(stub, model)) {
            for (Fetcher cold : List.of(one, other))
                new HotPhase(USERS, 5_000, Duration.ofMillis(500)).run(cold, stub.uri(), 1024, System::nanoTime, timer);
            Tally ofUsers = new Tally(System::nanoTime);
            Tally ofArrivals = new Tally(System::nanoTime);
            Asking users = begin("closed:" + USERS, stub, one, ofUsers);
            Asking arrivals = begin("open:" + rate + "/s", stub, other, ofArrivals);
            ofUsers.flip();
            ofArrivals.flip();
            arrivals.arrivals().orElseThrow().flip();
            long begin = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep((millis - freezeMillis) / 2);
            freeze(stub, freezeMillis);
            long left = begin + millis * 1_000_000 - System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(left);
            Seen seen = new Seen(
                    ofUsers.flip().latency(),
                    ofArrivals.flip().latency(),
                    arrivals.arrivals().orElseThrow().flip().lateness());
            users.stop();
            arrivals.stop();
            return seen;
        }
    }

    private static Fetcher fetcher(StubProcess stub, String model) {
        return Models.named(model).open(new FetcherConfig(stub.uri(), "", 500, Duration.ofSeconds(30)));
    }

    private Asking begin(String load, StubProcess stub, Fetcher fetcher, Tally tally) throws InterruptedException {
        PageTable pages = PageTable.of(stub.uri(), Delay.parse(DELAY_MILLIS + "ms"), 1024, 1);
        Asking asking = Load.parse(load).on(new Asking.Terms(pages, fetcher, tally, System::nanoTime, timer, 1));
        asking.start();
        asking.awaitWhole(TimeUnit.SECONDS.toNanos(30));
        TimeUnit.MILLISECONDS.sleep(200);
        return asking;
    }

    /** The kernel keeps its sockets and stops all else. One process sends both signals, so that the time between them is right. */
    private static void freeze(StubProcess stub, long millis) throws Exception {
        String script = String.format(
                Locale.ROOT,
                "kill -STOP %1$d; sleep %2$.3f; kill -CONT %1$d",
                stub.process().pid(),
                millis / 1e3);
        assertThat(new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor())
                .isZero();
    }

    private static double expected(double percentile, long millis, long freezeMillis) {
        return 2 * DELAY_MILLIS + freezeMillis - (1 - percentile / 100) * millis;
    }

    /** A look that somebody else disturbed says nothing if it disagrees. */
    private void agree(String model, int rate, long millis, long freezeMillis, double... percentiles) throws Exception {
        String disagreed = "";
        for (int attempt = 0; attempt < 3; attempt++) {
            Seen seen = watch(model, rate, millis, freezeMillis);
            try {
                agree(seen, millis, freezeMillis, percentiles);
                return;
            } catch (AssertionError e) {
                if (seen.undisturbed()) throw e;
                disagreed = e.getMessage();
            }
        }
        assumeTrue(false, "the machine is too busy to keep a schedule: " + disagreed);
    }

    private static void agree(Seen seen, long millis, long freezeMillis, double... percentiles) {
        assertThat(seen.closedBeyond(freezeMillis / 2))
                .as("closed loop: pages that took long")
                .isEqualTo(USERS);
        assertThat(seen.closed().getValueAtPercentile(99) / 1e6)
                .as("closed loop: p99")
                .isLessThan(freezeMillis / 4.0);
        for (double percentile : percentiles) {
            double by = expected(percentile, millis, freezeMillis);
            assertThat(seen.openMillis(percentile))
                    .as("open loop: p%s", percentile)
                    .isBetween(0.95 * by, 1.05 * by);
        }
    }

    @Test
    void frozenStub_isOnePagePerUserInAClosedLoop_andEveryPageThatItHeldUpInAnOpenOne() throws Exception {
        agree("raw-selector", 250, 3_000, 400, 95);
    }

    @Tag("thorough")
    @Test
    void stubThatFreezesForOneSecondInTen_agreesWithWhatIsWorkedOutByHand() throws Exception {
        assertThat(expected(95, 10_000, 1_000)).isCloseTo(540, within(1e-6));
        assertThat(expected(99, 10_000, 1_000)).isCloseTo(940, within(1e-6));
        for (String model : List.of("thread-pool", "selector")) agree(model, 100, 10_000, 1_000, 95, 97, 99);
    }
}
