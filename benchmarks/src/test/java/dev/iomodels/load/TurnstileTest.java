package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Page;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TurnstileTest {
    private static final Page PAGE = Page.of(URI.create("http://127.0.0.1:8080"), 1, 0, 1024);
    private static final long SECOND = 1_000_000_000L;

    private final Tally tally = new Tally(System::nanoTime);

    private void pages(int count) {
        for (int i = 0; i < count; i++) tally.response(PAGE, System.nanoTime(), 200, 1024, 1);
    }

    /** Asks until it has {@code wanted} pages, then never again. */
    private final class Asker implements Completion {
        private final Source source;
        private final int wanted;
        private int asked;

        Asker(Source source, int wanted) {
            this.source = source;
            this.wanted = wanted;
        }

        void ask() {
            if (asked++ < wanted) source.fetch(PAGE, this);
        }

        @Override
        public void done(int status, long bytes, long head) {
            tally.response(PAGE, System.nanoTime(), status, bytes, head);
            ask();
        }

        @Override
        public void failed(Throwable cause) {
            throw new AssertionError(cause);
        }
    }

    /** Goes a second further at each look once {@code pages} have come, so that waiting for the next is over soon. */
    private LongSupplier impatientAfter(int pages) {
        AtomicLong ahead = new AtomicLong();
        return () -> System.nanoTime() + (tally.pages() < pages ? 0 : ahead.addAndGet(SECOND));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "10, 20", "10000, 20000"})
    void pass_returnsExactlyOnceForEachPage_atAnyRate(double perSecond, int pages) {
        try (Source source = new Source(perSecond)) {
            Turnstile turnstile = new Turnstile(tally, 0, impatientAfter(pages));
            new Asker(source, pages).ask();
            int returned = 0;
            try {
                while (true) {
                    turnstile.pass();
                    returned++;
                    assertThat((long) returned).isLessThanOrEqualTo(tally.pages());
                }
            } catch (Stalled e) {
                assertThat(returned)
                        .isEqualTo(pages)
                        .isEqualTo(source.deliveries().size());
            }
        }
    }

    @Test
    void iterationOver_neverReturnsWithoutAPage() throws Exception {
        Turnstile turnstile = new Turnstile(tally, 0, System::nanoTime);
        CompletableFuture<Void> pass = CompletableFuture.runAsync(turnstile::pass);
        Thread.sleep(300);
        assertThat(pass).isNotDone();
        pages(1);
        pass.get(30, TimeUnit.SECONDS);
    }

    @Test
    void pagesOfTheGapBetweenIterations_goToTheNext() throws Exception {
        Turnstile turnstile = new Turnstile(tally, 0, System::nanoTime);
        pages(5);
        for (int i = 0; i < 3; i++) turnstile.pass();
        pages(4);
        for (int i = 0; i < 6; i++) turnstile.pass();
        CompletableFuture<Void> tenth = CompletableFuture.runAsync(turnstile::pass);
        Thread.sleep(100);
        assertThat(tenth).isNotDone();
        pages(1);
        tenth.get(30, TimeUnit.SECONDS);
    }

    @Test
    void pagesFromBeforeTheTurnstile_letNobodyThrough() throws Exception {
        pages(7);
        Turnstile turnstile = new Turnstile(tally, 0, System::nanoTime);
        CompletableFuture<Void> pass = CompletableFuture.runAsync(turnstile::pass);
        Thread.sleep(100);
        assertThat(pass).isNotDone();
        pages(1);
        pass.get(30, TimeUnit.SECONDS);
    }

    @Test
    void nothingComes_for10sAndThreeTimesTheLongestDelay_isStalled_withTheLastFailure() {
        AtomicLong clock = new AtomicLong();
        Turnstile turnstile = new Turnstile(tally, 2 * SECOND, () -> clock.getAndAdd(SECOND));
        pages(3);
        for (int i = 0; i < 3; i++) turnstile.pass();
        tally.failure(PAGE, 0, new ConnectException("Connection refused"));
        assertThatThrownBy(turnstile::pass)
                .isInstanceOf(Stalled.class)
                .hasMessageContaining("no page came back for 16000 ms")
                .hasMessageContaining("3 pages before")
                .hasMessageContaining("REFUSED=1")
                .hasMessageContaining("Connection refused");
        // It looks at 0 s and finds three, at 1 s again; 18 s is the first look that is more than 16 s later.
        assertThat(clock).hasValue(19 * SECOND);
    }

    @Test
    void failuresAlone_letNobodyThrough() {
        AtomicLong clock = new AtomicLong();
        Turnstile turnstile = new Turnstile(tally, 0, () -> {
            tally.response(PAGE, 0, 500, 0, 0);
            return clock.getAndAdd(SECOND);
        });
        assertThatThrownBy(turnstile::pass).isInstanceOf(Stalled.class).hasMessageContaining("status 500");
    }

    @Test
    void interrupted_isStalledAtOnce() {
        Turnstile turnstile = new Turnstile(tally, 0, System::nanoTime);
        Thread.currentThread().interrupt();
        assertThatThrownBy(turnstile::pass).isInstanceOf(Stalled.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
