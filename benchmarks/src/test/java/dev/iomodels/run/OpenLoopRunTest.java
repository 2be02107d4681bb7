package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.report.Verification;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.ForkResult.Saturated;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.result.RunRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of open loops, as a user starts them: real stub, real forks. */
final class OpenLoopRunTest {
    @TempDir
    private Path directory;

    private static StoredFork fork(RunDirectory run, String model) {
        RunRecord record = run.record();
        return record.plan().cells().stream()
                .filter(cell -> cell.contender().model().equals(model))
                .flatMap(cell -> run.forks(record.plan(), cell).stream())
                .findFirst()
                .orElseThrow();
    }

    @Tag("thorough")
    @Test
    void arrivals_atARateThatIsKept_areMeasuredWithTheirSchedule() throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "open:200/s,poisson,delay=10ms,in-flight=300",
                "--models",
                "raw-selector")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            RunDirectory run = RunDirectory.open(tool.runDirectory());
            assertThat(RawCheck.of(run)).isEmpty();
            StoredFork fork = fork(run, "raw-selector");
            Measured measured = (Measured) fork.result();
            assertThat(measured.usersAsked()).isEqualTo(300);
            // 1200 pages of a Poisson process: four standard deviations are 12 %.
            assertThat(measured.arrived().offeredPerSecond()).isCloseTo(200, within(24.0));
            assertThat(measured.pages()).isPositive();
            assertThat(measured.arrived().pacerCpuShare()).isBetween(1e-6, 0.5);
            assertThat(measured.jmh().secondary())
                    .containsKeys("response.p99", "lateness.p99")
                    .doesNotContainKey("latency.p99");
            assertThat(fork.histograms().orElseThrow().lateness().getTotalCount())
                    .isEqualTo(measured.arrived().paced());
            assertThat(tool.output()).contains("response times", "achieved/s", "lateness p50");
        }
    }

    @Tag("thorough")
    @Test
    void arrivals_fasterThanTheyAreFetched_endTheForkWithinSeconds_asAResult() throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "quick",
                "--blocks",
                "1",
                "--scenario",
                "open:200/s,delay=50ms",
                "--models",
                "blocking,raw-selector")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            RunDirectory run = RunDirectory.open(tool.runDirectory());
            assertThat(RawCheck.of(run)).isEmpty();
            assertThat(fork(run, "raw-selector").result()).isInstanceOf(Measured.class);
            ForkResult result = fork(run, "blocking").result();
            assertThat(result).isInstanceOf(Saturated.class);
            Saturated saturated = (Saturated) result;
            assertThat(saturated.offeredPerSecond()).isEqualTo(200);
            assertThat(saturated.achievedPerSecond()).as("one page each 50 ms").isBetween(12.0, 20.5);
            assertThat(saturated.atSecond()).isBetween(5.0, 9.0);
            assertThat(tool.output()).contains("saturated: ", "of 200 offered");
            assertThat(new Agenda(run.record().plan(), run).left()).isEmpty();
            assertThat(Verification.of(run).passed()).isTrue();
        }
    }
}
