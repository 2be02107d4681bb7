package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.Models;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListsTest {
    private static final URI STUB = URI.create("http://127.0.0.1:8080");

    private final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "harness-timer"));
    private final Tally tally = new Tally(System::nanoTime);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    private Lists lists(int length, PageTable pages, Fetcher fetcher) {
        return new Load.Listed(length)
                .on(new Asking.Terms(pages, fetcher, tally, System::nanoTime, timer, 1))
                .lists()
                .orElseThrow();
    }

    private Lists lists(int length, String delay, Fetcher fetcher) {
        return lists(length, PageTable.of(STUB, Delay.parse(delay), 1024, 1), fetcher);
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        while (!what.getAsBoolean()) TimeUnit.MILLISECONDS.sleep(1);
    }

    private static Thread fetching(Lists lists) {
        Thread thread = new Thread(lists::fetch, "shot");
        thread.start();
        return thread;
    }

    @ParameterizedTest
    @CsvSource({"100, 8, 8", "8, 8, 8", "3, 8, 3"})
    void asMany_asTheFetcherCanHaveInFlight_areAskedForAtOnce_theOthersStandInLine(int length, int limit, int places)
            throws InterruptedException {
        Desk desk = new Desk(limit);
        Lists lists = lists(length, "0", desk);
        assertThat(lists.started()).isEqualTo(places);
        assertThat(lists.inFlight()).isZero();
        Thread shot = fetching(lists);
        await(() -> desk.asks().size() == places);
        assertThat(lists.inFlight()).isEqualTo(places);
        for (int back = 0; back < length; back++) {
            desk.answer(back);
            assertThat(desk.asks())
                    .as("the next one is asked for at once")
                    .hasSize(Math.min(length, places + back + 1));
        }
        shot.join();
        assertThat(lists.inFlight()).isZero();
        assertThat(desk.asks().subList(0, places)).extracting(Desk.Ask::thread).containsOnly("shot");
        assertThat(desk.asks().subList(places, length))
                .as("by whoever brought a page back")
                .allMatch(ask -> ask.thread().equals(Thread.currentThread().getName()));
        assertThat(desk.asks())
                .extracting(ask -> ask.page().number())
                .containsExactlyElementsOf(LongStream.range(0, length).boxed().toList());
    }

    @Test
    void list_isTheSameEachTime_andLongerThanTheTable_beginsAnew() throws InterruptedException {
        try (Echo echo = new Echo(2)) {
            Lists lists = lists(PageTable.SIZE + 3, "0", echo);
            lists.fetch();
            assertThat(tally.pages()).isEqualTo(PageTable.SIZE + 3);
            lists.fetch();
            assertThat(tally.pages()).isEqualTo(2 * (PageTable.SIZE + 3));
            assertThat(echo.doubled()).isZero();
            assertThat(echo.inFlight()).isZero();
        }
        Desk desk = new Desk(1);
        Lists two = lists(2, "0", desk);
        for (int shot = 0; shot < 2; shot++) {
            Thread thread = fetching(two);
            int before = 2 * shot;
            await(() -> desk.asks().size() == before + 1);
            desk.answer(before);
            desk.answer(before + 1);
            thread.join();
        }
        assertThat(desk.asks()).extracting(ask -> ask.page().number()).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void time_endsWithThePageThatComesLast_notWithTheLastOfTheList() throws InterruptedException {
        Desk desk = new Desk(3);
        Lists lists = lists(3, "0", desk);
        Thread shot = fetching(lists);
        await(() -> desk.asks().size() == 3);
        long asked = desk.asks().get(0).atNanos();
        desk.answer(2);
        desk.answer(0);
        TimeUnit.MILLISECONDS.sleep(20);
        assertThat(shot.isAlive()).isTrue();
        long before = System.nanoTime();
        desk.answer(1);
        shot.join();
        assertThat(lists.lastNanos()).isGreaterThanOrEqualTo(before - asked);
    }

    @Test
    void pageThatFails_isCounted_notAskedForAgain_andKeepsNobodyWaiting() throws InterruptedException {
        Desk desk = new Desk(1);
        PageTable pages = PageTable.of(STUB, Delay.parse("0"), 1024, Faults.parse("reset@50%"), 1);
        Lists lists = lists(4, pages, desk);
        Thread shot = fetching(lists);
        int asTold = 0;
        for (int i = 0; i < 4; i++) {
            int next = i;
            await(() -> desk.asks().size() > next);
            Desk.Ask ask = desk.asks().get(i);
            if (ask.page().fault().fails()) {
                asTold++;
                ask.done().failed(new SocketException("Connection reset"));
            } else ask.done().failed(new ConnectException("Connection refused"));
        }
        shot.join();
        assertThat(desk.asks()).hasSize(4);
        assertThat(tally.asTold()).containsEntry(Failure.RESET, (long) asTold);
        assertThat(tally.failures()).containsEntry(Failure.REFUSED, 4L - asTold);
    }

    @Test
    void interruptedThread_givesUp_andNobodyAsksAgain() throws InterruptedException {
        Desk desk = new Desk(1);
        Lists lists = lists(3, "0", desk);
        Thread.currentThread().interrupt();
        assertThatThrownBy(lists::fetch).isInstanceOf(Stalled.class);
        assertThat(Thread.interrupted()).isTrue();
        desk.answer(0);
        assertThat(desk.asks()).hasSize(1);
    }

    /** 20 pages of 10 to 90 ms each, by hand: one after another, all at once, and what two places make of 30, 10 and 20 ms. */
    @Test
    void least_isTheSum_theLongest_orWhatComesInBetween() {
        PageTable pages = PageTable.of(STUB, Delay.parse("uniform:10ms..90ms"), 1024, 1);
        long[] delays = LongStream.range(0, 20)
                .map(number -> pages.page((int) number).delayNanos())
                .toArray();
        long sum = LongStream.of(delays).sum();
        long longest = LongStream.of(delays).max().orElseThrow();
        assertThat(lists(20, pages, new Desk(1)).leastNanos()).isEqualTo(sum);
        assertThat(lists(20, pages, new Desk(20)).leastNanos()).isEqualTo(longest);
        assertThat(lists(20, pages, new Desk(4)).leastNanos()).isBetween(sum / 4, sum / 4 + longest);
        assertThat(lists(3, pages, new Desk(2)).leastNanos())
                .isEqualTo(Math.max(Math.max(delays[0], delays[1]), Math.min(delays[0], delays[1]) + delays[2]));
        assertThat(lists(100, "50ms", new Desk(8)).leastNanos()).as("13 rounds").isEqualTo(650_000_000);
        assertThat(lists(100, "0", new Desk(8)).leastNanos()).isZero();
    }

    /** A model that works on the thread that asks, for a tenth of a megabyte. */
    @Test
    void sending_isTheFetchersCost_thoughItHappensOnTheHarnesssThread() throws InterruptedException {
        Desk desk = new Desk(2);
        Fetcher working = new Fetcher() {
            private byte[] last = new byte[0];

            @Override
            public void fetch(dev.iomodels.fetch.Page page, dev.iomodels.fetch.Completion done) {
                last = new byte[100_000 + last.length % 2];
                desk.fetch(page, done);
            }

            @Override
            public void close() {}
        };
        Lists lists = lists(20, "0", working);
        Thread shot = fetching(lists);
        await(() -> lists.sending().bytes() > 0);
        for (int i = 0; i < 20; i++) desk.answer(i);
        shot.join();
        assertThat(lists.sending().bytes()).isBetween(2_000_000L, 3_500_000L);
        assertThat(lists.sending().cpuNanos()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocking", "thread-pool:4", "thread-pool", "selector", "raw-selector"})
    void realList_ofARealStub_isFetchedOnceInEachShot_withNoMoreInFlightThanPlaces_andInNoLessThanTheLeastTime(
            String model) {
        String[] name = model.split(":");
        String argument = Models.named(name[0]).resolve(name.length > 1 ? name[1] : "", 20);
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Models.named(name[0])
                        .open(new FetcherConfig(stub.uri(), argument, 20, Duration.ofSeconds(30)))) {
            PageTable pages = PageTable.of(stub.uri(), Delay.parse("uniform:5ms..15ms"), 1024, 1);
            InFlight watched = new InFlight(fetcher);
            Lists lists = lists(20, pages, watched);
            for (int shot = 1; shot <= 3; shot++) {
                watched.asked().clear();
                lists.fetch();
                assertThat(lists.lastNanos()).isGreaterThanOrEqualTo(lists.leastNanos());
                assertThat(watched.asked())
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.range(0, 20).boxed().toList());
                Flip flip = tally.flip();
                assertThat(flip.failures()).isEmpty();
                assertThat(flip.pages()).isEqualTo(20);
            }
            assertThat(stub.stats().requests()).isEqualTo(60);
            assertThat(lists.started()).isEqualTo(Math.min(20, fetcher.limit()));
            assertThat(watched.most()).isLessThanOrEqualTo(lists.started());
            assertThat(tally.early()).isZero();
        }
    }
}
