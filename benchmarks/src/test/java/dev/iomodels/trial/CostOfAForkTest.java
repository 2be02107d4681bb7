package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Json;
import dev.iomodels.result.Metric;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Real forks of models whose cost is known. */
@Tag("thorough")
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class CostOfAForkTest {
    private static final String CLASS_PATH = "java.class.path";

    @TempDir
    private Path directory;

    private final String ownClassPath = System.getProperty(CLASS_PATH);

    /** Forks inherit it: the model is announced to them alone. */
    @BeforeEach
    void announceModel() throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(IoModel.class.getName()), CostlyModel.class.getName() + "\n");
        System.setProperty(CLASS_PATH, directory + File.pathSeparator + ownClassPath);
    }

    @AfterEach
    void restoreClassPath() {
        System.setProperty(CLASS_PATH, ownClassPath);
    }

    private Measured measure(String model, String load, String stub) throws RunnerException {
        ForkFiles files = new ForkFiles(directory.resolve("1"));
        new Runner(new OptionsBuilder()
                        .include("^" + Pattern.quote(FetchBenchmark.class.getName()) + "\\.")
                        .forks(1)
                        .jvmArgs("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC")
                        .jvmArgsAppend("-D" + Record.FILES + "=" + files.stem())
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .addProfiler(PageProfiler.class)
                        .param("model", model)
                        .param("load", load)
                        .param("delay", "0")
                        .param("stub", stub)
                        .param("hot", "500ms")
                        .build())
                .runSingle();
        return Json.read(files.part(), Measured.class);
    }

    /** Costs are in no histogram. */
    private static OptionalDouble told(Metric metric, Measured fork) {
        return metric.of(fork, MadeUpRun.histograms(1));
    }

    private static double of(Metric metric, Measured fork) {
        return told(metric, fork).orElseThrow();
    }

    @Test
    void knownCost_isWhatIsMeasured() throws Exception {
        Measured fork = measure("test-costly", "closed:400", "http://127.0.0.1:1");
        // What the JVM does besides, collecting and compiling, is a page's cost too: the lower bound is the sharp one.
        assertThat(of(Metric.CPU_PER_PAGE, fork)).isBetween(980.0, 1_300.0);
        assertThat(of(Metric.PAGES_PER_CPU_SECOND, fork)).isBetween(1e6 / 1_300, 1e6 / 980);
        double allocated = Costly.GARBAGE_BYTES + Costly.HELD_BYTES;
        assertThat(of(Metric.BYTES_PER_PAGE, fork)).isBetween(allocated, 1.02 * allocated);
        double held = 2.0 * Costly.HELD_BYTES;
        assertThat(of(Metric.MEMORY_PER_PAGE, fork)).isCloseTo(held, within(4e6 / 400));
        assertThat(of(Metric.THREADS, fork)).isCloseTo(Costly.THREADS, within(2.0));
        assertThat(of(Metric.COLLECTIONS, fork)).isPositive();
        assertThat(of(Metric.GC_TIME, fork)).isPositive();
        assertThat(of(Metric.RESIDENT_PEAK, fork)).isBetween(256e6, 1e9);
    }

    @Test
    void openLoop_costsTheSame_andItsPacerIsNoneOfTheModels() throws Exception {
        Measured fork = measure("test-costly", "open:200/s,in-flight=64", "http://127.0.0.1:1");
        assertThat(of(Metric.CPU_PER_PAGE, fork)).isBetween(980.0, 1_600.0);
        double allocated = Costly.GARBAGE_BYTES + Costly.HELD_BYTES;
        assertThat(of(Metric.BYTES_PER_PAGE, fork)).isBetween(allocated, 1.1 * allocated);
        assertThat(of(Metric.THREADS, fork)).isCloseTo(Costly.THREADS, within(2.0));
        assertThat(of(Metric.SWITCHES_PER_PAGE, fork)).isPositive();
    }

    @Test
    void workers_areCounted_withTheirMemoryTheirBytesAndTheirCpu_andAForksOwnStubIsNone() throws Exception {
        Measured fork = measure("process-pool:2", "closed:2", "own");
        Footprint seen = fork.footprint();
        // Each is a JVM with a dozen threads or two, and tens of megabytes; the stub would be hundreds.
        assertThat(seen.workerThreads()).isBetween(2 * 8, 2 * 40);
        assertThat(seen.busy().workersBytes()).isBetween(40_000_000L, 500_000_000L);
        assertThat(seen.empty().workersBytes()).isZero();
        assertThat(of(Metric.MEMORY_PER_PAGE, fork)).isBetween(20e6, 250e6);
        // The parent writes and reads frames of some bytes: what HttpClient allocates is the workers'.
        assertThat(of(Metric.BYTES_PER_PAGE, fork)).isBetween(3_000.0, 30_000.0);
        assertThat(of(Metric.SWITCHES_PER_PAGE, fork)).isPositive();
        assertThat(told(Metric.GC_TIME, fork)).isEmpty();
    }
}
