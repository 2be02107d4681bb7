package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.load.GivenUp;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Source;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Trail;
import dev.iomodels.load.Turnstile;
import dev.iomodels.load.Users;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Json;
import dev.iomodels.stub.Delay;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordTest {
    @TempDir
    private Path directory;

    private final Timer timer = new Timer();
    private final Source source = new Source(2_000);
    private final Tally tally = new Tally(System::nanoTime);
    private final PageTable pages =
            PageTable.of(URI.create("http://127.0.0.1:1"), Delay.parse("uniform:1ms..3ms"), 1024, 1);
    private final Users users = new Users(20, pages, source, tally, System::nanoTime, timer.executor());
    private final Turnstile turnstile = new Turnstile(tally, 0, System::nanoTime);
    private final Record record = new Record(
            tally,
            new Meter(source, timer, Workers.fromNowOn()),
            turnstile.trail(),
            users,
            pages,
            "a source",
            50,
            1_234,
            0.01);

    private ForkFiles files;

    @BeforeEach
    void beginUnderLoad() throws InterruptedException {
        files = new ForkFiles(directory.resolve("1"));
        System.setProperty(Record.FILES, files.stem().toString());
        users.start();
        users.awaitWhole(30_000_000_000L);
        record.begin();
    }

    @AfterEach
    void end() {
        users.stop();
        source.close();
        timer.close();
        System.clearProperty(Record.FILES);
        System.clearProperty(Record.EACH_INTERVAL);
    }

    private void iteration(boolean warmup) throws InterruptedException {
        long before = tally.pages();
        while (tally.pages() < before + 100) Thread.sleep(1);
        record.flip(warmup);
    }

    private List<String> tags() throws Exception {
        return Files.readAllLines(files.hlog()).stream()
                .filter(line -> line.startsWith("Tag="))
                .map(line -> line.substring(4, line.indexOf(',')))
                .toList();
    }

    @Test
    void files_holdTheMeasurement_withoutTheWarmUp() throws Exception {
        iteration(true);
        iteration(false);
        iteration(false);
        record.write(Footprint.UNKNOWN);
        Measured measured = Json.read(files.part(), Measured.class);
        assertThat(measured.intervals()).extracting(Interval::warmup).containsExactly(true, false, false);
        assertThat(measured.intervals())
                .allSatisfy(one -> assertThat(one.pages()).isGreaterThanOrEqualTo(100));
        Histogram latency = HistogramLog.read(files.hlog(), HistogramLog.LATENCY);
        assertThat(latency.getTotalCount()).isEqualTo(measured.pages());
        assertThat(HistogramLog.read(files.hlog(), HistogramLog.ADDED).getTotalCount())
                .isEqualTo(measured.pages());
        assertThat(tags()).containsExactly("latency", "added");
        assertThat(measured.usersAsked()).isEqualTo(50);
        assertThat(measured.usersStarted()).isEqualTo(20);
        assertThat(measured.hotPages()).isEqualTo(1_234);
        assertThat(measured.idleCpuShare()).isEqualTo(0.01);
        assertThat(measured.limits()).isEqualTo("a source");
        assertThat(measured.meanDelayNanos()).isEqualTo(pages.meanDelayNanos());
        assertThat(measured.jvm().feature()).isEqualTo(Runtime.version().feature());
    }

    @Test
    void points_goFromTheFirstEdgeOfTheMeasurementToTheLast_acrossTheIterations() throws Exception {
        iteration(true);
        iteration(false);
        iteration(false);
        record.write(Footprint.UNKNOWN);
        Measured measured = Json.read(files.part(), Measured.class);
        var points = measured.points();
        assertThat(points.seconds()).hasSize(3).startsWith(0.0).isSorted();
        assertThat(points.pages()).startsWith(0L).isSorted();
        assertThat(points.seconds().get(2)).isCloseTo(measured.seconds(), within(0.002));
        assertThat((double) points.pages().get(2)).isCloseTo(measured.pages(), within(20.0));
        assertThat(measured.measurement()).allMatch(interval -> interval.compileSeconds() >= 0);
    }

    @Test
    void intervals_areContiguous_soThatNoPageIsLostBetweenThem() throws Exception {
        Tally counted = new Tally(System::nanoTime);
        Users five = new Users(5, pages, source, counted, System::nanoTime, timer.executor());
        Record whole = new Record(
                counted, new Meter(source, timer, Workers.fromNowOn()), new Trail(), five, pages, "", 5, 0, 0);
        long begin = System.nanoTime();
        whole.begin();
        five.start();
        for (int i = 0; i < 20; i++) {
            Thread.sleep(3);
            whole.flip(false);
        }
        five.stop();
        while (five.inFlight() > 0) Thread.sleep(1);
        whole.flip(false);
        double seconds = (System.nanoTime() - begin) / 1e9;
        whole.write(Footprint.UNKNOWN);
        Measured measured = Json.read(files.part(), Measured.class);
        assertThat(measured.intervals()).hasSize(21);
        assertThat(measured.pages()).isPositive().isEqualTo(counted.pages());
        assertThat(measured.seconds()).isBetween(20 * 0.003, seconds);
    }

    @Test
    void eachInterval_goesIntoTheLogToo_whereThatIsWanted_andIsNotCountedTwice() throws Exception {
        System.setProperty(Record.EACH_INTERVAL, "true");
        iteration(true);
        iteration(false);
        record.write(Footprint.UNKNOWN);
        assertThat(tags())
                .containsExactly(
                        "latency", "added", "warmup-latency", "warmup-added", "iteration-latency", "iteration-added");
        Measured measured = Json.read(files.part(), Measured.class);
        assertThat(HistogramLog.read(files.hlog(), HistogramLog.LATENCY).getTotalCount())
                .isEqualTo(measured.pages());
        assertThat(HistogramLog.read(files.hlog(), "warmup-latency").getTotalCount())
                .isEqualTo(measured.intervals().get(0).pages());
    }

    @Test
    void warmUpAlone_leavesNoFiles() throws Exception {
        iteration(true);
        record.write(Footprint.UNKNOWN);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void loadThatWasGivenUp_isNotWrittenOverByWhatWasMeasuredBefore() throws Exception {
        iteration(true);
        iteration(false);
        record.write(GivenUp.at(2_000, 1_500));
        record.write(Footprint.UNKNOWN);
        ForkResult.Saturated saturated = Json.read(files.part(), ForkResult.Saturated.class);
        assertThat(saturated.offeredPerSecond()).isEqualTo(2_000);
        assertThat(saturated.achievedPerSecond()).isEqualTo(1_500);
        assertThat(files.hlog()).doesNotExist();
    }

    @Test
    void withoutAPlace_nothingIsWritten() throws Exception {
        System.clearProperty(Record.FILES);
        iteration(false);
        record.write(Footprint.UNKNOWN);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void lastInterval_isHandedToTheProfilerOnce() throws Exception {
        iteration(false);
        Handover.Edge edge = Handover.take().orElseThrow();
        assertThat(edge.latency().getTotalCount()).isEqualTo(edge.interval().pages());
        assertThat(Handover.take()).isEmpty();
    }
}
