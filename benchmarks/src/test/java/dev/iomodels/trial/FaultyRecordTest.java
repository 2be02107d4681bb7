package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.Models;
import dev.iomodels.load.Faults;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Trail;
import dev.iomodels.load.Users;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Json;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a fork writes down of pages that go wrong on purpose. */
@Timeout(60)
class FaultyRecordTest {
    @TempDir
    private Path directory;

    @AfterEach
    void forget() {
        System.clearProperty(Record.FILES);
    }

    @Test
    void failuresOnPurpose_areStoredByKind_andTimedUnderATagOfTheirOwn() throws Exception {
        ForkFiles files = new ForkFiles(directory.resolve("1"));
        System.setProperty(Record.FILES, files.stem().toString());
        Tally tally = new Tally(System::nanoTime);
        try (Timer timer = new Timer();
                Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Models.named("raw-selector")
                        .open(new FetcherConfig(stub.uri(), "", 16, Duration.ofSeconds(30)))) {
            Faults faults = Faults.parse("reset@20%+status:503@20%+stall:4ms@100%");
            PageTable pages = PageTable.of(stub.uri(), Delay.parse("1ms"), 1024, faults, 1);
            Users users = new Users(16, pages, fetcher, tally, System::nanoTime, timer.executor());
            Record record = new Record(
                    tally, new Meter(fetcher, timer, Workers.fromNowOn()), new Trail(), users, pages, "", 16, 1_000, 0);
            users.start();
            record.begin();
            for (int i = 0; i < 3; i++) {
                long before = tally.pages();
                while (tally.pages() < before + 150) Thread.sleep(1);
                record.flip(i == 0);
            }
            users.stop();
            record.write(Footprint.UNKNOWN);
        }
        Measured fork = Json.read(files.part(), Measured.class);
        long asTold =
                fork.failedAsTold().values().stream().mapToLong(Long::longValue).sum();
        assertThat(fork.failures()).isEmpty();
        assertThat(fork.failedAsTold()).containsOnlyKeys(Failure.RESET, Failure.STATUS);
        assertThat((double) asTold / (asTold + fork.pages())).isCloseTo(0.4, within(0.15));
        assertThat(HistogramLog.read(files.hlog(), HistogramLog.FAILED).getTotalCount())
                .isEqualTo(asTold);
        assertThat(HistogramLog.read(files.hlog(), HistogramLog.FAILED).getMinValue())
                .isGreaterThanOrEqualTo(4_990_000);
        assertThat(HistogramLog.read(files.hlog(), HistogramLog.LATENCY).getTotalCount())
                .isEqualTo(fork.pages());
        assertThat(fork.meanDelayNanos()).isEqualTo(5e6);
        assertThat(fork.maxDelayNanos()).isEqualTo(5_000_000);
    }
}
