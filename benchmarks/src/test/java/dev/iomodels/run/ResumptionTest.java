package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may not be resumed, and what need not. */
final class ResumptionTest {
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

    @TempDir
    private Path directory;

    private Tool start(String models) throws IOException {
        return Tool.run(
                directory, "--preset", "smoke", "--scenario", "closed:4,delay=5ms", "--models", models, "--seed", "7");
    }

    private Tool resume(Path run) throws IOException {
        return Tool.run(directory, "--resume", run.toString());
    }

    @Tag("thorough")
    @Test
    void run_goingOn_holdsItsLockBetweenForksToo() throws Exception {
        try (Tool tool = start("raw-selector,blocking")) {
            Tool.await("a fork", () -> !tool.children(FORK).isEmpty());
            Path lock = tool.temporary.resolve("iomodels.lock");
            Tool.await("the second fork's end", () -> {
                try {
                    RunLock.take(lock, "a second run").close();
                    assertThat(tool.files("1\\.json")).hasSize(2);
                    return true;
                } catch (RunLock.Taken e) {
                    assertThat(e).hasMessageContaining("process " + tool.process.pid());
                    return false;
                }
            });
            assertThat(tool.exitStatus()).isZero();
        }
    }

    @Tag("thorough")
    @Test
    void resume_ofARunThatGoesOn_isRefusedWithStatus2() throws Exception {
        try (Tool first = start("raw-selector")) {
            Tool.await("the record", () -> !first.files("run\\.json").isEmpty());
            try (Tool second = resume(first.runDirectory())) {
                assertThat(second.exitStatus()).isEqualTo(2);
                assertThat(second.output()).contains("another run is going on", "process " + first.process.pid());
            }
        }
    }

    private RunDirectory madeUp(String stub) {
        Plan plan = MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("raw-selector"), Jdk.running());
        return MadeUpRun.create(
                directory.resolve("results"), plan.on(new Terms(List.of(), stub, Jdk.running(), "", "", false)));
    }

    @Test
    void machine_thatIsAnother_isRefusedWithBothValuesOfEachField() throws Exception {
        RunDirectory run = madeUp("");
        try (Tool tool = resume(run.path())) {
            assertThat(tool.exitStatus()).isEqualTo(2);
            assertThat(tool.output())
                    .contains("cannot go on here", "cpu: was A Processor, is ", "kernel: was Linux 6.1, is ")
                    .contains("stub-jdk: was 25.0.1 (Maker), is " + Jdk.running(), "rerun " + run.path())
                    .doesNotContain("commit")
                    .doesNotContain("\tat ");
        }
        assertThat(run.record().sittings()).hasSize(1);
        assertThat(run.path().resolve("forks")).doesNotExist();
    }

    @Test
    void stubElsewhere_thatDoesNotAnswerAgain_isRefused() throws Exception {
        RunDirectory run = madeUp("http://127.0.0.1:1");
        try (Tool tool = resume(run.path())) {
            assertThat(tool.exitStatus()).isEqualTo(2);
            assertThat(tool.output()).contains("http://127.0.0.1:1", "no stub answers there");
        }
        assertThat(run.record().sittings()).hasSize(1);
    }

    @Test
    void forkThatIsDone_isNotMeasuredAgain_whateverCameOut() throws Exception {
        RunDirectory run = madeUp("");
        MadeUpRun.store(
                run, run.record().plan().cells().get(0), 1, new ForkResult.Failed("it crashed", List.of("Aborted")));
        assertThat(Resumption.of(run).missing()).isEmpty();
        assertThat(Resumption.of(run).finished()).isFalse();
        run.write(run.record().ended(Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        assertThat(Resumption.of(run).finished()).isTrue();
    }
}
