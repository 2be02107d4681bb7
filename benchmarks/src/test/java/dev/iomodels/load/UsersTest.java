package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.Models;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Fault;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class UsersTest {
    private static final URI STUB = URI.create("http://127.0.0.1:8080");

    private final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "harness-timer"));
    private final Tally tally = new Tally(System::nanoTime);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    private Users users(int asked, String delay, Fetcher fetcher) {
        PageTable pages = PageTable.of(STUB, Delay.parse(delay), 1024, 1);
        return new Users(asked, pages, fetcher, tally, System::nanoTime, timer);
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        while (!what.getAsBoolean()) TimeUnit.MILLISECONDS.sleep(1);
    }

    @ParameterizedTest
    @CsvSource({"1000, 8, 8", "8, 8, 8", "3, 8, 3"})
    void users_areNoMoreThanTheFetcherCanHaveInFlight(int asked, int limit, int started) {
        Desk desk = new Desk(limit);
        Users users = users(asked, "0", desk);
        users.start();
        assertThat(users.started()).isEqualTo(started);
        assertThat(users.inFlight()).isEqualTo(started);
        assertThat(desk.asks()).hasSize(started);
    }

    @ParameterizedTest
    @CsvSource({"20, 300ms, 300e6", "1000, 0, 200e6", "1000, 10ms, 200e6"})
    void start_isSpreadOverTheMeanDelay_orOver5000UsersASecond(int count, String delay, double spreadNanos) {
        Desk desk = new Desk(Integer.MAX_VALUE);
        long begin = System.nanoTime();
        users(count, delay, desk).start();
        List<Desk.Ask> asks = desk.asks();
        for (int i = 0; i < count; i++)
            assertThat(asks.get(i).atNanos() - begin)
                    .as("user %d of %d", i, count)
                    .isGreaterThanOrEqualTo((long) (spreadNanos * i / count));
    }

    @Test
    void start_overTls_goesNoFasterThanAnswersCome() throws InterruptedException {
        Desk desk = new Desk(Integer.MAX_VALUE);
        PageTable pages = PageTable.of(URI.create("https://127.0.0.1:8443"), Delay.parse("0"), 1024, 1);
        Users users = new Users(600, pages, desk, tally, System::nanoTime, timer);
        Thread starter = new Thread(users::start, "starter");
        starter.start();
        int atOnce = Users.STARTED_PER_SECOND_OVER_TLS;
        await(() -> begun(desk).size() == atOnce);
        TimeUnit.MILLISECONDS.sleep(100);
        for (int answered = 0; answered < 600; answered++) {
            int next = answered;
            await(() -> begun(desk).size() > next);
            List<Integer> begun = begun(desk);
            assertThat(begun).hasSizeLessThanOrEqualTo(atOnce + answered);
            desk.answer(begun.get(answered));
        }
        starter.join();
        assertThat(users.inFlight()).isEqualTo(600);
        assertThat(users.awaitWhole(1)).isTrue();
    }

    /** Which asks were those of users who began; whoever was answered asks on this test's thread. */
    private static List<Integer> begun(Desk desk) {
        List<Desk.Ask> asks = desk.asks();
        return IntStream.range(0, asks.size())
                .filter(i -> asks.get(i).thread().equals("starter"))
                .boxed()
                .toList();
    }

    @Test
    void user_hasNeverMoreThanOnePageInFlight() throws InterruptedException {
        try (Echo echo = new Echo(3)) {
            Users users = users(50, "0", echo);
            users.start();
            await(() -> tally.pages() > 20_000);
            users.stop();
            await(() -> users.inFlight() == 0);
            assertThat(echo.doubled()).isZero();
            assertThat(echo.mostInFlight()).isLessThanOrEqualTo(50);
            assertThat(echo.inFlight()).isZero();
        }
    }

    @Test
    void failure_makesTheUserWait10ms_onTheTimersThread() throws InterruptedException {
        Desk desk = new Desk(1);
        users(1, "0", desk).start();
        for (int i = 0; i < 5; i++) {
            long failed = System.nanoTime();
            if (i % 2 == 0) desk.asks().get(i).done().failed(new ConnectException("Connection refused"));
            else desk.asks().get(i).done().done(503, 0, 0);
            int next = i + 1;
            await(() -> desk.asks().size() > next);
            assertThat(desk.asks().get(next).atNanos() - failed).isGreaterThanOrEqualTo(10_000_000);
            assertThat(desk.asks().get(next).thread()).isEqualTo("harness-timer");
        }
        assertThat(tally.failures()).containsEntry(Failure.REFUSED, 3L).containsEntry(Failure.STATUS, 2L);
    }

    @Test
    void failureOnPurpose_makesTheUserAskForTheNextAtOnce_onTheThreadThatBroughtIt() {
        Desk desk = new Desk(1);
        Faults faults = Faults.parse("reset@45%+status:503@45%");
        PageTable pages = PageTable.of(STUB, Delay.parse("0"), 1024, faults, 1);
        new Users(1, pages, desk, tally, System::nanoTime, timer).start();
        int asTold = 0;
        for (int i = 0; i < 100; i++) {
            Desk.Ask ask = desk.asks().get(i);
            if (ask.page().fault().fails()) asTold++;
            if (ask.page().fault().reset() == Fault.Reset.NONE)
                ask.done().done(ask.page().fault().status(), 1024, ask.page().head());
            else ask.done().failed(new SocketException("Connection reset"));
            assertThat(desk.asks()).as("asked again within the completion").hasSize(i + 2);
            assertThat(desk.asks().get(i + 1).thread())
                    .isEqualTo(Thread.currentThread().getName());
        }
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.pages()).isEqualTo(100 - asTold).isPositive();
        assertThat(tally.asTold()).containsOnlyKeys(Failure.RESET, Failure.STATUS);
    }

    @Test
    void rightPage_makesTheUserAskForTheNext_onTheThreadThatBroughtIt() {
        Desk desk = new Desk(1);
        users(1, "0", desk).start();
        desk.answer(0);
        assertThat(desk.asks()).hasSize(2);
        assertThat(desk.asks().get(1).thread()).isEqualTo(Thread.currentThread().getName());
        assertThat(desk.asks().get(1).page().number()).isEqualTo(1);
    }

    @Test
    void awaitWhole_isTrueOnceEveryUserHasHadAnAnswer_wellOrBadly() throws InterruptedException {
        Desk desk = new Desk(3);
        Users users = users(3, "0", desk);
        users.start();
        desk.answer(0);
        desk.answer(3);
        desk.answer(4);
        desk.asks().get(1).done().failed(new ConnectException("Connection refused"));
        assertThat(users.awaitWhole(50_000_000)).as("one user still waits").isFalse();
        desk.answer(2);
        assertThat(users.awaitWhole(TimeUnit.SECONDS.toNanos(30))).isTrue();
    }

    @Test
    void stop_letsPagesInFlightComeBack_andNobodyAskAgain() {
        Desk desk = new Desk(2);
        Users users = users(2, "0", desk);
        users.start();
        users.stop();
        assertThat(users.inFlight()).isEqualTo(2);
        desk.answer(0);
        desk.asks().get(1).done().failed(new ConnectException("Connection refused"));
        assertThat(users.inFlight()).isZero();
        assertThat(desk.asks()).hasSize(2);
        assertThat(tally.pages()).isEqualTo(1);
    }

    @Test
    void stop_reachesUsersThatWaitAfterAFailure() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        timer.execute(() -> awaitQuietly(held));
        Desk desk = new Desk(1);
        Users users = users(1, "0", desk);
        users.start();
        desk.asks().get(0).done().failed(new ConnectException("Connection refused"));
        users.stop();
        assertThat(users.inFlight()).isEqualTo(1);
        held.countDown();
        await(() -> users.inFlight() == 0);
        assertThat(desk.asks()).hasSize(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void realPages_ofARealStub_areHeldBackForTheirDelay() throws InterruptedException {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Models.named("raw-selector")
                        .open(new FetcherConfig(stub.uri(), "", 10, Duration.ofSeconds(30)))) {
            PageTable pages = PageTable.of(stub.uri(), Delay.parse("uniform:10ms..30ms"), 1024, 1);
            Users users = new Users(10, pages, fetcher, tally, System::nanoTime, timer);
            users.start();
            await(() -> tally.pages() >= 200);
            users.stop();
            await(() -> users.inFlight() == 0);
            Flip flip = tally.flip();
            assertThat(flip.failures()).isEmpty();
            assertThat(flip.pages()).isEqualTo(stub.stats().requests());
            assertThat(flip.latency().getMinValue()).isGreaterThanOrEqualTo(9_990_000);
            assertThat(tally.early()).isZero();
        }
    }
}
