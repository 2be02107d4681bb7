package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users of every model are charged for pages that go wrong on purpose. */
@Timeout(60)
class FaultyUsersTest {
    private static final int USERS = 32;
    private static final Faults FAULTS =
            Faults.parse("reset@5%+reset:body@5%+status:503@5%+stall:10ms@5%+drip:1ms@5%+close@5%+chunked@5%");

    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(1);
    private final Tally tally = new Tally(System::nanoTime);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    static Stream<String> models() {
        return Models.all().stream().map(IoModel::name).filter(name -> !name.equals("noop"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFault_isCountedAsTold_andItsTimeIsInNoLatency(String name) throws Exception {
        IoModel model = Models.named(name);
        assumeTrue(model.minimumJdk() <= Runtime.version().feature());
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = model.open(
                        new FetcherConfig(stub.uri(), model.resolve("", USERS), USERS, Duration.ofSeconds(50)))) {
            PageTable pages = PageTable.of(stub.uri(), Delay.parse("2ms"), 4096, FAULTS, 1);
            Users users = new Users(USERS, pages, fetcher, tally, System::nanoTime, timer);
            users.start();
            while (tally.pages() < 150) TimeUnit.MILLISECONDS.sleep(1);
            users.stop();
            while (users.inFlight() > 0) TimeUnit.MILLISECONDS.sleep(1);
        }
        Flip flip = tally.flip();
        assertThat(tally.failures()).as(tally.lastFailure()).isEmpty();
        assertThat(flip.asTold()).containsOnlyKeys(Failure.RESET, Failure.STATUS);
        assertThat(flip.failed().getTotalCount()).isEqualTo(sum(flip.asTold()));
        assertThat(flip.failed().getMinValue()).as("heard no sooner than told").isGreaterThanOrEqualTo(1_990_000);
        assertThat(flip.latency().getTotalCount()).isEqualTo(flip.pages()).isEqualTo(tally.pages());
        assertThat(tally.early()).isZero();
    }

    private static long sum(Map<Failure, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
