package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.Models;
import dev.iomodels.load.Asking;
import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Trail;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Histograms;
import dev.iomodels.result.Json;
import dev.iomodels.result.Metric;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a fork writes down of pages that go wrong on purpose. */
@Timeout(60)
class FaultyRecordTest {
    @TempDir
    private Path directory;

    private ForkFiles files;

    @BeforeEach
    void giveAPlace() {
        files = new ForkFiles(directory.resolve("1"));
        System.setProperty(Record.FILES, files.stem().toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Record.FILES);
    }

    /** What is written of two iterations of {@code load}, after one of warm-up, 150 right pages or more in each. */
    private Measured record(String load, String faults) throws Exception {
        Tally tally = new Tally(System::nanoTime);
        try (Timer timer = new Timer();
                Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Models.named("raw-selector")
                        .open(new FetcherConfig(stub.uri(), "", 16, Duration.ofSeconds(30)))) {
            PageTable pages = PageTable.of(stub.uri(), Delay.parse("1ms"), 1024, Faults.parse(faults), 1);
            Asking asking =
                    Load.parse(load).on(new Asking.Terms(pages, fetcher, tally, System::nanoTime, timer.executor(), 1));
            Meter meter = new Meter(fetcher, timer, Workers.fromNowOn());
            Record record = new Record(tally, meter, new Trail(), asking, pages, "", 16, 1_000, 0);
            asking.start();
            record.begin();
            for (int i = 0; i < 3; i++) {
                long before = tally.pages();
                while (tally.pages() < before + 150) Thread.sleep(1);
                record.flip(i == 0);
            }
            asking.stop();
            record.write(Footprint.UNKNOWN);
        }
        return Json.read(files.part(), Measured.class);
    }

    @Test
    void failuresOnPurpose_areStoredByKind_andTimedUnderATagOfTheirOwn() throws Exception {
        Measured fork = record("closed:16", "reset@20%+status:503@20%+stall:4ms@100%");
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

    @Test
    void failuresOnPurpose_areOfWhatWasOffered_andNotOfWhatWasAchieved() throws Exception {
        Measured fork = record("open:400/s,in-flight=16", "reset@30%+stall:4ms@10%");
        Histograms seen = new Histograms(new Histogram(3), new Histogram(3));
        double asTold = fork.answers() - fork.pages();
        assertThat(asTold / fork.answers()).isCloseTo(0.3, within(0.1));
        assertThat(Metric.ACHIEVED.of(fork, seen)).hasValue(fork.pages() / fork.seconds());
        assertThat(Metric.OFFERED.of(fork, seen).orElseThrow())
                .isCloseTo(400, within(2 / fork.seconds() + 1))
                .isCloseTo(fork.arrived().due() / fork.seconds(), within(1e-9));
        // All that was due came back, but for what was in flight or in line at the edges.
        assertThat(fork.arrived().due() - fork.answers())
                .isBetween(
                        -16 - fork.arrived().backlogMost(), 16 + fork.arrived().backlogMost());
        assertThat(fork.failures()).isEmpty();
    }
}
