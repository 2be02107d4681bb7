package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.SearchPath.Found;
import dev.iomodels.plan.SearchPath.State;
import dev.iomodels.report.Verification;
import dev.iomodels.result.Probes;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search with real forks, killed on its way and resumed, and the ladder that follows from it. */
@Tag("thorough")
class CapacityForRealTest {
    @TempDir
    private Path directory;

    @Test
    void search_killedAndResumed_findsWhatOnePageAtATimeCanDo_andTheLadderFollows() throws Exception {
        Path run;
        Map<Path, String> before = new HashMap<>();
        try (Tool tool = Tool.of(
                "capacity",
                directory,
                List.of(),
                "--preset=smoke",
                "--slo=p50=200ms",
                "--scenario=open:1/s,delay=20ms",
                "--models=blocking,raw-selector",
                "--min-rate=10/s",
                "--max-rate=200/s",
                "--resolution=50%",
                "--jvm-args=-Xmx256m")) {
            Tool.await("two forks", () -> tool.files("1\\.json").size() >= 2);
            tool.process.destroyForcibly().waitFor();
            run = tool.runDirectory();
            for (Path file : tool.files("1\\.json")) before.put(file, Files.readString(file));
        }
        try (Tool tool = Tool.run(directory, "--resume", run.toString())) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            assertThat(tool.output()).contains("Going on with " + run, "forks are done");
        }
        for (Map.Entry<Path, String> file : before.entrySet())
            assertThat(file.getKey()).hasContent(file.getValue());
        RunRecord record = RunDirectory.open(run).record();
        assertThat(record.status()).isEqualTo(Status.FINISHED);
        assertThat(run.getFileName().toString()).endsWith("-capacity");
        List<Found> found =
                new Probes(new RunDirectory(run), record.plan()).path().found();
        assertThat(found).hasSize(2).allMatch(one -> one.state() == State.OVER);
        // One page at a time, each held back for 20 ms: 50/s and no more, however fast the machine.
        assertThat(found.get(0).kept().orElse(0)).isLessThan(50);
        assertThat(found.get(0).missed()).isPresent();
        Verification verified = Verification.of(new RunDirectory(run));
        assertThat(verified.raw()).isEmpty();
        assertThat(verified.derived()).isEmpty();
        ladder(run);
    }

    private void ladder(Path run) throws IOException, InterruptedException {
        Path elsewhere = directory.resolve("ladder");
        try (Tool tool = Tool.run(elsewhere, "--ladder", run.toString(), "--preset", "smoke")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            RunRecord record = RunDirectory.open(tool.runDirectory()).record();
            assertThat(record.plan().search()).isEmpty();
            assertThat(record.plan().scenarios())
                    .allMatch(Scenario::open)
                    .extracting(Scenario::name)
                    .allMatch(name -> name.startsWith("ladder-"));
            assertThat(record.plan().cells()).extracting(Cell::path).anyMatch(path -> path.contains("raw-selector"));
        }
    }
}
