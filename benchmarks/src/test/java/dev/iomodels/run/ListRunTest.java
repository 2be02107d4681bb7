package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Cell;
import dev.iomodels.report.Verification;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of lists, as a user starts them: real stub, real forks. */
final class ListRunTest {
    @TempDir
    private Path directory;

    @Tag("thorough")
    @Test
    void lists_areMeasuredSideBySide_andVerified() throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "list:20,delay=10ms",
                "--models",
                "blocking,process-pool:2,selector")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            RunDirectory run = RunDirectory.open(tool.runDirectory());
            assertThat(RawCheck.of(run)).isEmpty();
            assertThat(Verification.of(run).passed()).isTrue();
            for (Cell cell : run.record().plan().cells()) {
                Measured fork =
                        (Measured) run.forks(run.record().plan(), cell).get(0).result();
                int places = fork.usersStarted();
                assertThat(fork.pages()).isEqualTo(3 * 20);
                assertThat(fork.lists().leastNanos()).isEqualTo(20L / places * 10_000_000);
                assertThat(fork.lists().shortestNanos())
                        .isGreaterThanOrEqualTo(fork.lists().leastNanos());
                assertThat(fork.jmh().unit()).isEqualTo("ms/op");
                assertThat(fork.jmh().iterations()).hasSize(3);
                assertThat(fork.stub().requests())
                        .as("all measured lists lie between the two readings")
                        .isGreaterThanOrEqualTo(60);
            }
            assertThat(tool.output()).contains("list time", "÷ least", "list in ");
            assertThat(Files.readString(run.path().resolve("jmh-result.json")))
                    .contains("ListBenchmark.list", "\"ss\"");
        }
    }
}
