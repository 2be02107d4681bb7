package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.load.PageTable;
import dev.iomodels.plan.Timing;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Json;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Real forks of JMH that fetch lists from a real stub. */
@Timeout(120)
class ListForkTest {
    private static final int PAGES = 20;
    private static final int LISTS = 5;
    private static final String DELAY = "uniform:5ms..15ms";

    @TempDir
    private Path directory;

    private RunResult measure(Class<?> benchmark, Stub stub, ForkFiles files) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
                        .forks(1)
                        .jvmArgs("-Xmx256m", "-XX:+UseSerialGC")
                        .jvmArgsAppend("-D" + Record.FILES + "=" + files.stem())
                        .warmupIterations(1)
                        .measurementIterations(LISTS)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .addProfiler(PageProfiler.class)
                        .param("model", "blocking")
                        .param("load", "list:" + PAGES)
                        .param("delay", DELAY)
                        .param("stub", stub.uri().toString())
                        .param("hot", "100ms")
                        .build())
                .runSingle();
    }

    @Test
    void listsAreMeasured_eachByItself_andJmhSeesTheSameTimes() throws Exception {
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            ForkFiles files = new ForkFiles(directory.resolve("1"));
            RunResult jmh = measure(ListBenchmark.class, stub, files);
            Measured fork = Json.read(files.part(), Measured.class);
            PageTable pages = PageTable.of(stub.uri(), Delay.parse(DELAY), 1024, 1);
            long delays = IntStream.range(0, PAGES)
                    .mapToLong(number -> pages.page(number).delayNanos())
                    .sum();
            assertThat(fork.usersAsked()).isEqualTo(PAGES);
            assertThat(fork.usersStarted()).isEqualTo(1);
            assertThat(fork.intervals())
                    .hasSize(1 + LISTS)
                    .allSatisfy(one -> assertThat(one.pages()).isEqualTo(PAGES))
                    .extracting(Interval::warmup)
                    .startsWith(true, false);
            assertThat(fork.lists().leastNanos()).as("one page after another").isEqualTo(delays);
            assertThat(fork.lists().nanos()).hasSize(LISTS).allMatch(nanos -> nanos >= delays);
            double rests = LISTS * Timing.REST.toMillis() / 1e3;
            assertThat(fork.seconds()).isGreaterThanOrEqualTo(fork.lists().seconds() + rests);
            assertThat(HistogramLog.read(files.hlog(), HistogramLog.LATENCY).getTotalCount())
                    .isEqualTo(PAGES * LISTS);
            agree(fork.lists().nanos(), jmh);
        }
    }

    /** JMH's shot begins before the list and ends after it: late once, on a busy machine, but hardly always by more than a gate allows. */
    private static void agree(List<Long> own, RunResult jmh) {
        List<Double> scores = jmh.getBenchmarkResults().iterator().next().getIterationResults().stream()
                .map(iteration -> iteration.getPrimaryResult().getScore() * 1e6)
                .toList();
        assertThat(jmh.getPrimaryResult().getScoreUnit()).isEqualTo("ms/op");
        assertThat(scores).hasSize(LISTS);
        for (int i = 0; i < LISTS; i++) assertThat(scores.get(i)).isGreaterThanOrEqualTo(own.get(i));
        assertThat(IntStream.range(0, LISTS).mapToDouble(i -> scores.get(i) - own.get(i) - 0.02 * own.get(i)))
                .as("one of them within 2 %% and 1 ms")
                .anyMatch(off -> off < 1e6);
        assertThat(jmh.getSecondaryResults())
                .containsKeys("page.p50", "page-added.p99", "cpu", "failed")
                .doesNotContainKeys("latency.p50", "response.p50");
    }

    @Test
    void listAmongPagesPerSecond_isRefusedWithTheBenchmarkThatItIsFor() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            assertThatThrownBy(() -> measure(FetchBenchmark.class, stub, new ForkFiles(directory.resolve("1"))))
                    .isInstanceOf(RunnerException.class)
                    .hasStackTraceContaining("a list is measured by ListBenchmark, in mode ss");
            assertThat(stub.stats().requests()).isZero();
        }
    }
}
