package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Delay;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ArrivalsTest {
    private final Tally tally = new Tally(System::nanoTime);
    private Asking arrivals;

    @AfterEach
    void stop() {
        arrivals.stop();
    }

    private void arrive(String load, Fetcher fetcher) {
        PageTable pages = PageTable.of(URI.create("http://127.0.0.1:8080"), Delay.parse("0"), 1024, 1);
        arrivals = Load.parse(load).on(new Asking.Terms(pages, fetcher, tally, System::nanoTime, null, 1));
        arrivals.start();
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        while (!what.getAsBoolean()) TimeUnit.MILLISECONDS.sleep(1);
    }

    /** Waits until so many pages have found no place. */
    private void awaitHeld(int number) throws InterruptedException {
        AtomicLong held = new AtomicLong();
        await(() -> held.addAndGet(flip().held()) >= number);
    }

    private Pace flip() {
        return arrivals.arrivals().orElseThrow().flip();
    }

    @ParameterizedTest
    @CsvSource({"10, 8, 8", "8, 10, 8", "4096, 1, 1"})
    void inFlight_areNoMoreThanTheLoadWants_norThanTheFetcherCanHave(int wanted, int limit, int places)
            throws InterruptedException {
        Desk desk = new Desk(limit);
        arrive("open:5000/s,in-flight=" + wanted, desk);
        assertThat(arrivals.started()).isEqualTo(places);
        awaitHeld(20);
        assertThat(desk.asks()).hasSize(places);
    }

    @Test
    void pageThatFindsNoPlace_waitsInLine_andIsSentInOrder_byWhoeverBringsAnotherBack() throws InterruptedException {
        Desk desk = new Desk(2);
        arrive("open:1000/s", desk);
        awaitHeld(5);
        for (int i = 0; i < 4; i++) desk.answer(i);
        List<Desk.Ask> asks = desk.asks();
        assertThat(asks).hasSize(6);
        assertThat(asks).extracting(ask -> ask.page().number()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(asks.subList(0, 2)).extracting(Desk.Ask::thread).containsOnly("harness-pacer");
        assertThat(asks.subList(2, 6))
                .extracting(Desk.Ask::thread)
                .containsOnly(Thread.currentThread().getName());
    }

    @Test
    void failedPage_givesItsPlaceToTheNext_andIsNotAskedForAgain() throws InterruptedException {
        Desk desk = new Desk(1);
        arrive("open:1000/s", desk);
        awaitHeld(2);
        desk.asks().get(0).done().failed(new ConnectException("Connection refused"));
        desk.asks().get(1).done().done(503, 0, 0);
        assertThat(desk.asks()).hasSize(3);
        assertThat(desk.asks()).extracting(ask -> ask.page().number()).containsExactly(0L, 1L, 2L);
        assertThat(tally.pages()).isZero();
    }

    @Test
    void latency_countsFromWhenThePageWasDue_howeverLateItWasSent() throws InterruptedException {
        Desk desk = new Desk(1);
        long before = System.nanoTime();
        arrive("open:100/s", desk);
        await(() -> !desk.asks().isEmpty());
        TimeUnit.MILLISECONDS.sleep(300);
        for (int i = 0; i < 20; i++) {
            int next = i;
            await(() -> desk.asks().size() > next);
            desk.answer(i);
        }
        long since = System.nanoTime() - before;
        Flip flip = tally.flip();
        assertThat(flip.pages()).isEqualTo(20);
        // Page 0 was due at the latest when it was sent. Page 19 was due 190 ms after it, and was sent and answered
        // last.
        assertThat(flip.latency().getMinValue() / 1e6).isBetween(109.0, (since / 1e6 - 190) * 1.001);
        assertThat(flip.latency().getMaxValue()).isGreaterThanOrEqualTo(300_000_000);
    }

    @Test
    void line_withManyThreadsAtIt_losesNobody_andNeverOverfills() throws InterruptedException {
        try (Echo echo = new Echo(3)) {
            arrive("open:20000/s,in-flight=4", echo);
            await(() -> tally.pages() > 10_000);
            Pace pace = flip();
            assertThat(echo.mostInFlight()).isLessThanOrEqualTo(4);
            assertThat(echo.doubled()).isZero();
            assertThat(pace.lateness().getTotalCount()).isGreaterThanOrEqualTo(10_000);
            // What is still in line is sent as soon as there is a place: nobody waits for ever.
            long due = pace.lateness().getTotalCount();
            await(() -> tally.pages() >= due);
        }
    }

    @Test
    void flip_countsWhatWasDueSentAndHeld_andWhatIsInLine() throws InterruptedException {
        Desk desk = new Desk(3);
        arrive("open:1000/s", desk);
        await(() -> desk.asks().size() == 3);
        TimeUnit.MILLISECONDS.sleep(50);
        long begin = desk.asks().get(0).atNanos();
        Pace pace = flip();
        long elapsedMillis = (System.nanoTime() - begin) / 1_000_000;
        assertThat(pace.sent()).isEqualTo(3);
        assertThat(pace.due()).isBetween(50L, elapsedMillis + 50);
        assertThat(pace.backlogEnd()).isEqualTo(pace.due() - 3);
        assertThat(pace.backlogMost()).isGreaterThanOrEqualTo(pace.backlogEnd());
        assertThat(pace.held()).isEqualTo(pace.lateness().getTotalCount() - 3);
        Pace next = flip();
        assertThat(next.sent()).isZero();
        assertThat(next.backlogEnd()).isEqualTo(pace.backlogEnd() + next.due());
        assertThat(next.cpuNanos()).isLessThanOrEqualTo(pace.cpuNanos() + 50_000_000);
    }

    @Test
    void stop_letsNobodyAskAgain_notEvenWhoStandsInLine() throws InterruptedException {
        Desk desk = new Desk(1);
        arrive("open:1000/s", desk);
        awaitHeld(5);
        arrivals.stop();
        desk.answer(0);
        assertThat(desk.asks()).hasSize(1);
        assertThat(tally.pages()).isEqualTo(1);
    }

    /** A model that works on the thread that asks, for a millisecond and a tenth of a megabyte. */
    @Test
    void sending_isTheFetchersCost_thoughItHappensOnThePacersThread() throws InterruptedException {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        AtomicInteger fetched = new AtomicInteger();
        arrive("open:100/s", new Fetcher() {
            private byte[] last = new byte[0];

            @Override
            public void fetch(Page page, Completion done) {
                long begin = threads.getCurrentThreadCpuTime();
                last = new byte[100_000 + last.length % 2];
                while (threads.getCurrentThreadCpuTime() - begin < 1_000_000) Thread.onSpinWait();
                fetched.incrementAndGet();
            }

            @Override
            public void close() {}
        });
        Arrivals pacer = arrivals.arrivals().orElseThrow();
        await(() -> fetched.get() >= 20);
        arrivals.stop();
        await(() -> threads.getThreadInfo(pacer.threadId()) == null);
        assertThat(pacer.sending().bytes())
                .isBetween(100_000L * fetched.get(), 100_000L * fetched.get() + 2_000L * fetched.get() + 1_000_000);
        assertThat(pacer.sending().cpuNanos()).isBetween(1_000_000L * fetched.get(), 2_000_000L * fetched.get());
    }

    @Test
    void fetcherThatThrows_endsTheTrialWithItsReason() throws InterruptedException {
        arrive("open:1000/s", new Fetcher() {
            @Override
            public void fetch(Page page, Completion done) {
                throw new IllegalStateException("out of threads");
            }

            @Override
            public void close() {}
        });
        TimeUnit.MILLISECONDS.sleep(50);
        assertThatThrownBy(() -> arrivals.awaitWhole(5_000_000_000L)).hasMessage("out of threads");
    }
}
