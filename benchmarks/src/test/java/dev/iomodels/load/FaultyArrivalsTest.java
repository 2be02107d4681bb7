package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Fault;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that arrive on a schedule, and of which some are reset and some stall on purpose, so that others wait in line behind them. */
@Timeout(60)
class FaultyArrivalsTest {
    private static final int PLACES = 2;
    private static final long NANOS_PER_PAGE = 5_000_000;
    private static final long STALL_NANOS = 60_000_000;

    private final Tally tally = new Tally(System::nanoTime);
    /** When the pacer looked at its clock for the first time: when the first page was due. */
    private final AtomicLong begin = new AtomicLong();

    private long clock() {
        long now = System.nanoTime();
        if (Thread.currentThread().getName().equals("harness-pacer")) begin.compareAndSet(0, now);
        return now;
    }

    private long dueNanos(Page page) {
        return begin.get() + page.number() * NANOS_PER_PAGE;
    }

    /** How long after they were due pages came back, in nanoseconds, added up: as told at the earliest, and at the latest. */
    private static final class Sum {
        private final AtomicInteger count = new AtomicInteger();
        private final AtomicLong least = new AtomicLong();
        private final AtomicLong most = new AtomicLong();

        void add(long earliest, long latest) {
            count.incrementAndGet();
            least.addAndGet(earliest);
            most.addAndGet(latest);
        }

        /** A histogram of three digits errs by a thousandth. */
        void assertIs(Histogram seen) {
            assertThat(seen.getTotalCount()).isEqualTo(count.get());
            assertThat(seen.getMean() * seen.getTotalCount()).isBetween(0.999 * least.get(), 1.001 * most.get());
        }
    }

    /** A real fetcher, with a look at the clock before and after whoever asked hears of a page. */
    private final class Watched implements Fetcher {
        private final Fetcher fetcher;
        private final Map<Long, Page> sent = new ConcurrentHashMap<>();
        private final Sum right = new Sum();
        private final Sum reset = new Sum();

        Watched(Fetcher fetcher) {
            this.fetcher = fetcher;
        }

        @Override
        public void fetch(Page page, Completion done) {
            sent.put(page.number(), page);
            fetcher.fetch(page, new Completion() {
                @Override
                public void done(int status, long bytes, long head) {
                    hear(right, () -> done.done(status, bytes, head));
                }

                @Override
                public void failed(Throwable cause) {
                    hear(reset, () -> done.failed(cause));
                }

                private void hear(Sum sum, Runnable telling) {
                    long before = System.nanoTime();
                    telling.run();
                    sum.add(before - dueNanos(page), System.nanoTime() - dueNanos(page));
                }
            });
        }

        long sentThatReset() {
            return sent.values().stream()
                    .filter(page -> page.fault().reset() != Fault.Reset.NONE)
                    .count();
        }

        @Override
        public void close() {
            fetcher.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread-pool", "selector", "raw-selector"})
    void everyPage_isCountedOnce_andChargedFromWhenItWasDue_whetherItFailedOrNot(String name) throws Exception {
        IoModel model = Models.named(name);
        Pace pace;
        Watched fetcher;
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher real = model.open(
                        new FetcherConfig(stub.uri(), model.resolve("", PLACES), PLACES, Duration.ofSeconds(50)))) {
            fetcher = new Watched(real);
            Faults faults = Faults.parse("reset@20%+stall:60ms@5%");
            PageTable pages = PageTable.of(stub.uri(), Delay.parse("5ms"), 1024, faults, 1);
            Asking arrivals = Load.parse("open:200/s,in-flight=" + PLACES)
                    .on(new Asking.Terms(pages, fetcher, tally, this::clock, null, 1));
            arrivals.start();
            while (tally.pages() < 200) TimeUnit.MILLISECONDS.sleep(1);
            arrivals.stop();
            while (arrivals.inFlight() > 0) TimeUnit.MILLISECONDS.sleep(1);
            pace = arrivals.arrivals().orElseThrow().flip();
        }
        Flip flip = tally.flip();
        assertThat(tally.failures()).as(tally.lastFailure()).isEmpty();
        assertThat(flip.asTold()).isEqualTo(Map.of(Failure.RESET, fetcher.sentThatReset()));
        assertThat(flip.asTold().get(Failure.RESET)).isPositive();
        assertThat(pace.sent()).isEqualTo(fetcher.sent.size()).isEqualTo(flip.pages() + fetcher.sentThatReset());
        fetcher.right.assertIs(flip.latency());
        fetcher.reset.assertIs(flip.failed());
        assertThat(pace.held()).as("pages that waited in line").isPositive();
        assertThat(flip.failed().getMaxValue())
                .as("a page that was reset behind one that stalled has waited, too")
                .isGreaterThan(STALL_NANOS / 3);
    }
}
