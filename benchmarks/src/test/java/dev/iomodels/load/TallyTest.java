package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Page PAGE = Page.of(URI.create("http://127.0.0.1:8080"), 17, 50_000_000, 1024);

    private static final Fault STATUS = new Fault(503, Fault.Reset.NONE, 0, 0, false, false);
    private static final Fault RESET = new Fault(200, Fault.Reset.BODY, 0, 0, false, false);

    private final AtomicLong clock = new AtomicLong(1_000_000_000);
    private final Tally tally = new Tally(clock::get);

    private static Page faulty(Fault fault) {
        return Page.of(URI.create("http://127.0.0.1:8080"), 17, 0, 1024, fault);
    }

    private boolean right(long latencyNanos) {
        return tally.response(PAGE, clock.get() - latencyNanos, 200, 1024, 17);
    }

    @Test
    void rightPage_isCountedWithItsLatency_andWithWhatOfItWasAdded() {
        assertThat(right(51_500_000)).isTrue();
        Flip flip = tally.flip();
        assertThat(flip.pages()).isEqualTo(1);
        assertThat(flip.latency().valuesAreEquivalent(flip.latency().getMaxValue(), 51_500_000))
                .isTrue();
        assertThat(flip.added().valuesAreEquivalent(flip.added().getMaxValue(), 1_500_000))
                .isTrue();
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.lastFailure()).isEmpty();
    }

    @Test
    void wrongAnswers_areFailuresOfTheirKind_andSayWhatWasWrong() {
        assertThat(tally.response(PAGE, 0, 503, 1024, 17)).isFalse();
        assertThat(tally.lastFailure()).contains("/page/17?", "status 503, not 200");
        assertThat(tally.response(PAGE, 0, 200, 1023, 17)).isFalse();
        assertThat(tally.lastFailure()).contains("1023 bytes, not 1024");
        assertThat(tally.response(PAGE, 0, 200, 1024, 18)).isFalse();
        assertThat(tally.lastFailure()).contains("content of another page");
        assertThat(tally.failures())
                .containsExactly(entry(Failure.STATUS, 1L), entry(Failure.LENGTH, 1L), entry(Failure.PAGE, 1L));
        assertThat(tally.pages()).isZero();
    }

    @Test
    void fetchesWithoutAResponse_areCountedByKind() {
        tally.failure(PAGE, 0, new ConnectException("Connection refused"));
        tally.failure(PAGE, 0, new SocketException("Connection reset"));
        tally.failure(PAGE, 0, new SocketException("Connection reset"));
        tally.failure(PAGE, 0, new SocketTimeoutException("Read timed out"));
        tally.failure(PAGE, 0, new IOException("the moon is in the wrong phase"));
        assertThat(tally.failures())
                .containsExactly(
                        entry(Failure.REFUSED, 1L),
                        entry(Failure.RESET, 2L),
                        entry(Failure.TIMEOUT, 1L),
                        entry(Failure.OTHER, 1L));
        assertThat(tally.lastFailure()).contains("/page/17?", "the moon is in the wrong phase");
    }

    @Test
    void failures_areInNoHistogram() {
        right(60_000_000);
        tally.response(PAGE, 0, 500, 0, 0);
        tally.failure(PAGE, 0, new ConnectException("Connection refused"));
        Flip flip = tally.flip();
        assertThat(flip.latency().getTotalCount()).isEqualTo(1);
        assertThat(flip.added().getTotalCount()).isEqualTo(1);
        assertThat(flip.failures()).containsOnlyKeys(Failure.STATUS, Failure.REFUSED);
    }

    @Test
    void failureThatWasToBe_isCountedForItself_andIsRight() {
        Page status = faulty(STATUS);
        assertThat(tally.response(status, 0, 503, 1024, 17)).isTrue();
        Page reset = faulty(RESET);
        assertThat(tally.failure(reset, 0, new SocketException("Connection reset")))
                .isTrue();
        assertThat(tally.asTold()).containsExactly(entry(Failure.RESET, 1L), entry(Failure.STATUS, 1L));
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.pages()).isZero();
        assertThat(tally.lastFailure()).isEmpty();
    }

    @Test
    void faultThatDidNotShow_isAFailure() {
        Page status = faulty(STATUS);
        assertThat(tally.response(status, 0, 200, 1024, 17)).isFalse();
        assertThat(tally.lastFailure()).contains("status 200, not 503");
        Page reset = faulty(RESET);
        assertThat(tally.response(reset, 0, 200, 1024, 17)).isFalse();
        assertThat(tally.lastFailure()).contains("a whole response, and no reset");
        assertThat(tally.failures()).containsExactly(entry(Failure.STATUS, 1L), entry(Failure.NO_FAULT, 1L));
        assertThat(tally.asTold()).isEmpty();
        assertThat(tally.pages()).isZero();
    }

    @Test
    void anotherFailureThanTheOneThatWasToBe_isAFailure() {
        Page status = faulty(STATUS);
        assertThat(tally.response(status, 0, 503, 5, 17)).isFalse();
        assertThat(tally.response(status, 0, 404, 1024, 17)).isFalse();
        assertThat(tally.failure(status, 0, new SocketException("Connection reset")))
                .isFalse();
        Page reset = faulty(RESET);
        assertThat(tally.failure(reset, 0, new ConnectException("Connection refused")))
                .isFalse();
        assertThat(tally.failure(reset, 0, new SocketTimeoutException("Read timed out")))
                .isFalse();
        assertThat(tally.asTold()).isEmpty();
        assertThat(tally.failures().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(5);
    }

    @Test
    void failedFetches_areTimedForThemselves_inTheIntervalThatCountsThem() {
        Page reset = faulty(RESET);
        tally.failure(reset, clock.get() - 30_000_000, new SocketException("Connection reset"));
        tally.failure(PAGE, clock.get() - 70_000_000, new ConnectException("Connection refused"));
        Flip first = tally.flip();
        assertThat(first.failed().getTotalCount()).isEqualTo(2);
        assertThat(first.failed().valuesAreEquivalent(first.failed().getMinValue(), 30_000_000))
                .isTrue();
        assertThat(first.failed().valuesAreEquivalent(first.failed().getMaxValue(), 70_000_000))
                .isTrue();
        assertThat(first.asTold()).containsExactly(entry(Failure.RESET, 1L));
        assertThat(first.failures()).containsExactly(entry(Failure.REFUSED, 1L));
        Flip second = tally.flip();
        assertThat(second.failed().getTotalCount()).isZero();
        assertThat(second.asTold()).isEmpty();
        assertThat(second.failures()).isEmpty();
    }

    @Test
    void pageBeforeItsDelay_hasNothingAdded_andIsCountedAsEarly() {
        right(49_000_000);
        right(50_000_000);
        right(51_000_000);
        assertThat(tally.early()).isEqualTo(1);
        Flip flip = tally.flip();
        assertThat(flip.added().getTotalCount()).isEqualTo(3);
        assertThat(flip.added().getCountAtValue(0)).isEqualTo(2);
    }

    @Test
    void clockThatSteppedBack_losesNoPage() {
        assertThat(right(-5)).isTrue();
        assertThat(tally.flip().pages()).isEqualTo(1);
    }

    @Test
    void flip_endsAnIntervalAndBeginsTheNext() {
        right(60_000_000);
        clock.set(2_000_000_000);
        Flip first = tally.flip();
        right(70_000_000);
        right(80_000_000);
        clock.set(3_000_000_000L);
        Flip second = tally.flip();
        assertThat(List.of(first.atNanos(), second.atNanos())).containsExactly(2_000_000_000L, 3_000_000_000L);
        assertThat(List.of(first.pages(), second.pages(), tally.flip().pages())).containsExactly(1L, 2L, 0L);
        assertThat(first.latency().getTotalCount())
                .as("a flip keeps its histogram")
                .isEqualTo(1);
        assertThat(tally.pages()).isEqualTo(3);
    }

    @Test
    void intervals_areDisjointAndAddUpToAll_whileManyThreadsRecord() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            threads.add(new Thread(() -> {
                for (int n = 0; n < 50_000; n++) right(60_000_000 + n);
            }));
        for (Thread thread : threads) thread.start();
        List<Flip> flips = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            flips.add(tally.flip());
            Thread.sleep(1);
        }
        flips.add(tally.flip());
        assertThat(flips.stream().mapToLong(Flip::pages).sum())
                .isEqualTo(200_000)
                .isEqualTo(tally.pages());
        Histogram sum = new Histogram(3);
        for (Flip flip : flips) sum.add(flip.added());
        assertThat(sum.getTotalCount()).isEqualTo(200_000);
        assertThat(sum.getMinValue()).isBetween(9_990_000L, 10_000_000L);
    }
}
