package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Real forks of JMH, fed by sources whose rate is known. */
@Timeout(180)
class NumberOfRecordTest {
    private static final String CLASS_PATH = "java.class.path";
    private static final int ITERATIONS = 3;

    @TempDir
    private Path directory;

    private final String ownClassPath = System.getProperty(CLASS_PATH);

    /** Forks inherit it: the source is announced to them alone. */
    @BeforeEach
    void announceSource() throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(IoModel.class.getName()), SourceModel.class.getName() + "\n");
        System.setProperty(CLASS_PATH, directory + File.pathSeparator + ownClassPath);
    }

    @AfterEach
    void restoreClassPath() {
        System.setProperty(CLASS_PATH, ownClassPath);
    }

    /** What a fork left, and what JMH made of it. */
    private record Fork(Measured record, long latencies, List<Long> deliveries, RunResult jmh) {
        /** How many pages the source let go in any window as long as the measurement: the fewest, or the most. */
        long delivered(boolean most) {
            double nanos = record.seconds() * 1e9;
            long answer = most ? 0 : Long.MAX_VALUE;
            int to = 0;
            for (int from = 0; from < deliveries.size(); from++) {
                while (to < deliveries.size() && deliveries.get(to) - deliveries.get(from) < nanos) to++;
                if (!most && to == deliveries.size()) break;
                answer = most ? Math.max(answer, to - from) : Math.min(answer, to - from);
            }
            return answer;
        }

        /** The longest time between two pages while it was measured, which was at the end. */
        long longestSilenceNanos() {
            int last = deliveries.size() - 1;
            long from = deliveries.get(last) - (long) (record.seconds() * 1e9);
            long longest = 0;
            for (int i = last; i > 0 && deliveries.get(i) > from; i--)
                longest = Math.max(longest, deliveries.get(i) - deliveries.get(i - 1));
            return longest;
        }

        /** How many pages JMH let through in its iterations; its score is these over its own time, without the gaps. */
        long operations() {
            return jmh.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .mapToLong(iteration -> iteration.getMetadata().getMeasuredOps())
                    .sum();
        }
    }

    private Fork measure(int perSecond, int users) throws IOException, RunnerException {
        ForkFiles files = new ForkFiles(directory.resolve("1"));
        Path deliveries = directory.resolve("deliveries");
        RunResult jmh = new Runner(new OptionsBuilder()
                        .include("^" + Pattern.quote(FetchBenchmark.class.getName()) + "\\.")
                        .forks(1)
                        .jvmArgs("-Xmx256m", "-XX:+UseSerialGC")
                        .jvmArgsAppend(
                                "-D" + Record.FILES + "=" + files.stem(),
                                "-D" + SourceModel.DELIVERIES + "=" + deliveries)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .addProfiler(PageProfiler.class)
                        .param("model", "test-source:" + perSecond)
                        .param("load", "closed:" + users)
                        .param("delay", "0")
                        .param("stub", "http://127.0.0.1:1")
                        .param("hot", "100ms")
                        .build())
                .runSingle();
        return new Fork(
                Json.read(files.part(), Measured.class),
                HistogramLog.read(files.hlog(), HistogramLog.LATENCY).getTotalCount(),
                Files.readAllLines(deliveries).stream().map(Long::valueOf).toList(),
                jmh);
    }

    private static void isTrue(Fork fork, int users) {
        Measured record = fork.record();
        assertThat(record.intervals()).extracting(Interval::warmup).containsExactly(true, false, false, false);
        assertThat(record.usersStarted()).isEqualTo(users);
        assertThat(record.failures()).isEmpty();
        assertThat(fork.latencies()).isEqualTo(record.pages());
        assertThat(fork.jmh().getSecondaryResults())
                .containsKeys("latency.p50", "latency.p99", "latency.p99.9", "latency.max", "cpu", "alloc", "failed");
    }

    @Tag("thorough")
    @Test
    void onePageASecond_isMeasuredToThePage() throws Exception {
        Fork fork = measure(1, 1);
        isTrue(fork, 1);
        assertThat(fork.record().pages()).isBetween(fork.delivered(false) - 1, fork.delivered(true) + 1);
        assertThat((double) fork.record().pages()).isCloseTo(fork.record().seconds(), within(1.5));
        assertThat(fork.operations()).isCloseTo(fork.record().pages(), within(1L));
    }

    @Test
    void tenPagesASecond_areMeasuredToThePage() throws Exception {
        Fork fork = measure(10, 7);
        isTrue(fork, 7);
        assertThat(fork.record().pages()).isBetween(fork.delivered(false) - 1, fork.delivered(true) + 1);
        assertThat((double) fork.record().pages()).isCloseTo(10 * fork.record().seconds(), within(3.0));
        assertThat(fork.operations()).isCloseTo(fork.record().pages(), within(2L));
    }

    /**
     * At this rate a machine that does something else for a moment shows, in the source too: a fork in which it missed its
     * schedule says nothing. Of those in which it did not, one must agree.
     */
    @Test
    void tenThousandPagesASecond_areMeasuredToAPercent() throws Exception {
        boolean undisturbed = false;
        boolean near = false;
        boolean agree = false;
        for (int attempt = 0; attempt < 3 && !(near && agree); attempt++) {
            Fork fork = measure(10_000, 1_000);
            isTrue(fork, 1_000);
            if (fork.longestSilenceNanos() > 30_000_000) continue;
            undisturbed = true;
            near |= fork.record().pages() >= 0.99 * fork.delivered(false)
                    && fork.record().pages() <= 1.01 * fork.delivered(true)
                    && Math.abs(fork.record().pagesPerSecond() - 10_000) < 100;
            agree |= Math.abs(fork.operations() - fork.record().pages())
                    <= 0.02 * fork.record().pages() + ITERATIONS;
        }
        assumeTrue(undisturbed, "the machine is too busy for a source of this rate");
        assertThat(near).as("number of record within 1 %").isTrue();
        assertThat(agree).as("JMH let as many through").isTrue();
    }
}
