package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.Models;
import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HotPhaseTest {
    private static final URI STUB = URI.create("http://127.0.0.1:8080");
    private static final Duration LONG = Duration.ofHours(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    /** A clock that goes a second further at each look. */
    private static LongSupplier racing() {
        AtomicLong clock = new AtomicLong();
        return () -> clock.getAndAdd(1_000_000_000);
    }

    @Test
    void phase_isOverAfterSoManyPages_andLeavesNothingInFlight() throws InterruptedException {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Models.named("raw-selector")
                        .open(new FetcherConfig(stub.uri(), "", 8, Duration.ofSeconds(30)))) {
            long pages = new HotPhase(8, 500, LONG).run(fetcher, stub.uri(), 1024, System::nanoTime, timer);
            assertThat(pages).isGreaterThanOrEqualTo(500);
            Thread.sleep(50);
            assertThat(stub.stats().requests()).isEqualTo(pages);
            assertThat(stub.stats().inFlight()).isZero();
        }
    }

    @Test
    void phase_isOverAfterTheTime_andLeavesNothingInFlight() throws InterruptedException {
        try (Echo echo = new Echo(2)) {
            long begin = System.nanoTime();
            long pages = new HotPhase(16, Long.MAX_VALUE, Duration.ofMillis(200))
                    .run(echo, STUB, 1024, System::nanoTime, timer);
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(200_000_000);
            assertThat(pages).isPositive();
            assertThat(echo.inFlight()).isZero();
            assertThat(echo.mostInFlight()).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void nothingComesBack_isStalled() {
        try (Desk silent = new Desk(4)) {
            assertThatThrownBy(
                            () -> new HotPhase(4, 100, Duration.ofSeconds(5)).run(silent, STUB, 1024, racing(), timer))
                    .isInstanceOf(Stalled.class)
                    .hasMessageContaining("0 pages before");
        }
    }

    @Test
    void everyFetchFails_isStalled_forAsLongAsThePhaseTook_withTheLastFailure() {
        Duration time = Duration.ofMillis(300);
        try (Fetcher refused = new Refused()) {
            assertThatThrownBy(() -> new HotPhase(4, 100, time).run(refused, STUB, 1024, System::nanoTime, timer))
                    .isInstanceOf(Stalled.class)
                    .hasMessageContaining("Connection refused")
                    .hasMessageMatching("no page came back for ([3-9]\\d\\d|\\d{4,}) ms .*");
        }
    }

    /** Every fetch fails, on a thread of its own. */
    private static final class Refused implements Fetcher {
        @Override
        public void fetch(Page page, Completion done) {
            new Thread(() -> done.failed(new ConnectException("Connection refused"))).start();
        }

        @Override
        public void close() {}
    }
}
