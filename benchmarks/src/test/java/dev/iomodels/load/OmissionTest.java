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

    /** What both loops saw of the same standstill, in how long, and how late somebody woke up meanwhile who had nothing else to do. */
    private record Seen(
            Histogram closed,
            Histogram open,
            Histogram lateness,
            Standstill standstill,
            double millis,
            double latestMillis) {
        /**
         * Whether the machine was there, as far as it can be told without what the test is about: the harness kept its schedule
         * and whoever slept woke up in time; in the closed loop pages take their delay, and the stub was there again as soon as it was
         * let go, since none of those that stood still has taken longer than that and a delay.
         */
        boolean undisturbed() {
            return lateness.getValueAtPercentile(99) < 2_000_000
                    && latestMillis < 5
                    && closed.getValueAtPercentile(90) < (DELAY_MILLIS + 5) * 1_000_000
                    && closed.getMaxValue() < (standstill.most() + DELAY_MILLIS + 10) * 1_000_000;
        }

        long closedBeyond(double millis) {
            return closed.getTotalCount() - closed.getCountBetweenValues(0, (long) (millis * 1_000_000));
        }

        double openMillis(double percentile) {
            return open.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** A stub that stands still for about {@code freezeMillis} in the midst of {@code millis}, and {@code rate} pages per second. */
    private Seen watch(String model, int rate, long millis, long freezeMillis) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (StubProcess stub = StubProcess.start(java, List.of(), StubProcess.JVM_ARGS, StubOptions.DEFAULT);
                Fetcher one = fetcher(stub, model);
                Fetcher other = fetcher(stub, model)) {
            for (Fetcher cold : List.of(one, other))
                new HotPhase(USERS, 5_000, Duration.ofMillis(300)).run(cold, stub.uri(), 1024, System::nanoTime, timer);
            Tally ofUsers = new Tally(System::nanoTime);
            Tally ofArrivals = new Tally(System::nanoTime);
            Asking users = begin("closed:" + USERS, stub, one, ofUsers);
            Asking arrivals = begin("open:" + rate + "/s", stub, other, ofArrivals);
            try (Wakeful wakeful = new Wakeful()) {
                ofUsers.flip();
                arrivals.arrivals().orElseThrow().flip();
                long begin = ofArrivals.flip().atNanos();
                TimeUnit.MILLISECONDS.sleep((millis - freezeMillis) / 2);
                Standstill standstill = Standstill.of(stub, freezeMillis);
                TimeUnit.NANOSECONDS.sleep(begin + millis * 1_000_000 - System.nanoTime());
                Flip open = ofArrivals.flip();
                return new Seen(
                        ofUsers.flip().latency(),
                        open.latency(),
                        arrivals.arrivals().orElseThrow().flip().lateness(),
                        standstill,
                        (open.atNanos() - begin) / 1e6,
                        wakeful.latestMillis());
            } finally {
                users.stop();
                arrivals.stop();
            }
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

    private static double expected(double percentile, double millis, double freezeMillis) {
        return 2 * DELAY_MILLIS + freezeMillis - (1 - percentile / 100) * millis;
    }

    /**
     * One of three looks has to agree. One that somebody else disturbed says nothing if it disagrees; nor does any if nobody knows how
     * long the stub stood still: if that is so of all, nothing is known.
     */
    private void agree(String model, int rate, long millis, long freezeMillis, double... percentiles) throws Exception {
        String disagreed = "";
        AssertionError wrong = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            Seen seen = watch(model, rate, millis, freezeMillis);
            if (!seen.standstill().isKnown()) {
                disagreed = "nobody knows how long it was: " + seen.standstill();
                continue;
            }
            try {
                agree(seen, percentiles);
                return;
            } catch (AssertionError e) {
                if (seen.undisturbed()) wrong = e;
                disagreed = e.getMessage();
            }
        }
        if (wrong != null) throw wrong;
        assumeTrue(false, "the machine is too busy to keep a schedule: " + disagreed);
    }

    private static void agree(Seen seen, double... percentiles) {
        Standstill frozen = seen.standstill();
        assertThat(seen.closedBeyond(frozen.least() / 2))
                .as("closed loop: pages that took long")
                .isEqualTo(USERS);
        assertThat(seen.closed().getValueAtPercentile(99) / 1e6)
                .as("closed loop: p99")
                .isLessThan(frozen.least() / 4);
        for (double percentile : percentiles)
            assertThat(seen.openMillis(percentile))
                    .as("open loop: p%s", percentile)
                    .isBetween(
                            0.95 * expected(percentile, seen.millis(), frozen.least()),
                            1.05 * expected(percentile, seen.millis(), frozen.most()));
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
