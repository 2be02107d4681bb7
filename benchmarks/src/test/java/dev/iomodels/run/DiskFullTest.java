package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.plan.Cell;
import dev.iomodels.result.ForkResult.Failed;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full at some moment: really a small one, which only root may make. */
final class DiskFullTest {
    @TempDir
    private Path directory;

    private Path results() {
        return directory.resolve("results");
    }

    private static int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    @AfterEach
    void unmount() throws Exception {
        command("umount", results().toString());
    }

    /** From too small for the record, over too small for the first fork's log, to too small for the reports. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 20, 28, 40, 64})
    void diskWithoutRoom_failsTheForkThatMeetsIt_andNothingHalfWrittenCounts(int kibibytes) throws Exception {
        Files.createDirectories(results());
        assumeTrue(
                command(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=" + kibibytes + "k",
                                "tmpfs",
                                results().toString())
                        == 0,
                "only root may mount a small disk");
        int status;
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "closed:4,delay=5ms",
                "--models",
                "blocking,raw-selector")) {
            status = tool.exitStatus();
            assertThat(tool.output()).doesNotContain("\tat ");
            assertThat(tool.output().contains("No space left on device")).isEqualTo(status == 1);
            assertThat(tool.process.descendants()).isEmpty();
            assertThat(tool.files(".*\\.(unfinished|part)")).isEmpty();
            if (tool.files("run\\.json").isEmpty()) {
                assertThat(results()).isEmptyDirectory();
                return;
            }
            assertEveryForkThatIsDone_canBeRead(tool.runDirectory());
        }
        command("mount", "-o", "remount,size=20m", results().toString());
        Path run = runDirectory();
        try (Tool tool = Tool.run(directory, "--resume", run.toString())) {
            assertThat(tool.exitStatus()).as(tool.output()).isBetween(0, 1);
            assertThat(tool.output()).contains("Written to " + run);
        }
        assertThat(RunDirectory.open(run).record().status()).isEqualTo(Status.FINISHED);
        assertThat(assertEveryForkThatIsDone_canBeRead(run)).isEqualTo(2);
        assertThat(command("sh", "-c", "cd '" + run + "' && sha256sum --check --quiet SHA256SUMS"))
                .isZero();
    }

    private Path runDirectory() throws IOException {
        try (var all = Files.list(results())) {
            return all.findFirst().orElseThrow();
        }
    }

    private static int assertEveryForkThatIsDone_canBeRead(Path path) {
        RunDirectory run = RunDirectory.open(path);
        RunRecord record = run.record();
        int done = 0;
        for (Cell cell : record.plan().cells())
            for (StoredFork fork : run.forks(record.plan(), cell)) {
                done++;
                if (fork.result() instanceof Failed failed)
                    assertThat(failed.reason()).containsAnyOf("No space left on device", "cannot be written whole");
            }
        return done;
    }
}
