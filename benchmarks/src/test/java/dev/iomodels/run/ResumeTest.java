package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Cell;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.result.Sitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that were ended at some moment go on to the end, as if nothing had been. */
final class ResumeTest {
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";
    private static final String STUB = "dev.iomodels.stub.StubMain";
    private static final String LOCKS = "(jmh|iomodels)\\.lock";
    private static final Pattern WARM = Pattern.compile("Warmup Iteration +1: \\d");
    private static final String JMHS = LOCKS + "|jmh.*";

    @TempDir
    private Path directory;

    /** When something is ended. */
    private enum Moment {
        STUB_STARTS(JMHS),
        FORK_STARTS(JMHS),
        FORK_MEASURES(LOCKS),
        BETWEEN_FORKS(JMHS),
        SECOND_FORK_MEASURES(LOCKS);

        /** What may stay in the temporary directory: a fork that is up removes what JMH made for it, one that is not cannot. */
        private final String leaves;

        Moment(String leaves) {
            this.leaves = leaves;
        }

        void await(Tool tool) throws InterruptedException {
            if (this == STUB_STARTS)
                Tool.await("the stub", () -> !tool.children(STUB).isEmpty());
            if (this == BETWEEN_FORKS || this == SECOND_FORK_MEASURES)
                Tool.await("a finished fork", () -> !tool.files("1\\.json").isEmpty());
            if (this == FORK_STARTS)
                Tool.await("a fork", () -> !tool.children(FORK).isEmpty());
            if (this == FORK_MEASURES) Tool.await("a fork that is warm", () -> warm(tool) == 1);
            if (this == SECOND_FORK_MEASURES) Tool.await("a second fork that is warm", () -> warm(tool) == 2);
        }

        /** How many forks have come to the end of their warm-up, so that they measure or have measured. */
        private static long warm(Tool tool) {
            return tool.files("1\\.log").stream()
                    .filter(file -> WARM.matcher(Tool.text(file)).find())
                    .count();
        }
    }

    private Tool start(String models) throws IOException {
        return Tool.run(
                directory, "--preset", "smoke", "--scenario", "closed:4,delay=5ms", "--models", models, "--seed", "7");
    }

    private Tool resume(Path run) throws IOException {
        return Tool.run(directory, "--resume", run.toString());
    }

    @Test
    void runner_killedInTheSecondFork_isResumedToTheEnd() throws Exception {
        killedAndResumed(Moment.SECOND_FORK_MEASURES, "raw-selector,blocking");
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Moment.class)
    void runner_killedAtAnyMoment_isResumedToTheEnd(Moment moment) throws Exception {
        killedAndResumed(moment, "process-pool:2,raw-selector");
    }

    private void killedAndResumed(Moment moment, String models) throws Exception {
        Path run;
        List<String> before = new ArrayList<>();
        try (Tool tool = start(models)) {
            moment.await(tool);
            Tool.await("the record", () -> !tool.files("run\\.json").isEmpty());
            List<ProcessHandle> all = tool.process.descendants().toList();
            tool.process.destroyForcibly().waitFor();
            KillTest.assertAllEndWithin(all);
            assertThat(tool.temporary.toFile().list()).allMatch(file -> file.matches(moment.leaves));
            run = tool.runDirectory();
            for (Path file : tool.files("1\\.json")) before.add(Files.readString(file));
        }
        Files.writeString(run.resolve("run.json.unfinished"), "{");
        try (Tool tool = resume(run)) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            assertThat(tool.output()).contains("Going on with " + run, before.size() + " of 2 forks are done");
            assertThat(tool.process.descendants()).isEmpty();
        }
        assertComplete(run);
        List<Sitting> sittings = RunDirectory.open(run).record().sittings();
        assertThat(sittings).extracting(Sitting::status).containsExactly(Status.INTERRUPTED, Status.FINISHED);
        assertThat(sittings.get(0).reason()).contains("killed");
        for (String done : before) assertThat(jsons(run)).contains(done);
    }

    private static List<String> jsons(Path run) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(run)) if (file.toString().endsWith("1.json")) texts.add(Files.readString(file));
        return texts;
    }

    private static List<Path> files(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** As one that was never interrupted: every fork measured, three files each, sums right, nothing else. */
    private static void assertComplete(Path path) throws Exception {
        RunDirectory run = RunDirectory.open(path);
        RunRecord record = run.record();
        assertThat(record.status()).isEqualTo(Status.FINISHED);
        for (Cell cell : record.plan().cells())
            assertThat(run.forks(record.plan(), cell))
                    .singleElement()
                    .satisfies(fork -> assertThat(fork.result()).isInstanceOf(Measured.class));
        assertThat(files(path).stream().map(file -> path.relativize(file).toString()))
                .contains("jmh-result.json", "SHA256SUMS", "summary.md", "summary.csv")
                .noneMatch(file -> file.contains("unfinished"))
                .filteredOn(file -> file.startsWith("forks/"))
                .hasSize(3 * record.plan().cells().size())
                .allMatch(file -> file.matches(".*/1\\.(json|hlog|log)"));
        assertThat(new ProcessBuilder("sha256sum", "--check", "--quiet", "SHA256SUMS")
                        .directory(path.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {0, 1_500, 3_500})
    void fork_killed_staysFailed_untilItsResultIsDeleted(int millis) throws Exception {
        Path run;
        try (Tool tool = start("process-pool:2,raw-selector")) {
            Moment.FORK_STARTS.await(tool);
            TimeUnit.MILLISECONDS.sleep(millis);
            tool.children(FORK).forEach(ProcessHandle::destroyForcibly);
            assertThat(tool.exitStatus()).isEqualTo(1);
            assertThat(tool.process.descendants()).isEmpty();
            run = tool.runDirectory();
        }
        try (Tool tool = resume(run)) {
            assertThat(tool.exitStatus()).isEqualTo(1);
            assertThat(tool.output()).contains("is finished: all 2 forks are done");
        }
        for (Path file : files(run)) if (failed(file)) Files.delete(file);
        try (Tool tool = resume(run)) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
        }
        assertComplete(run);
    }

    private static boolean failed(Path file) throws IOException {
        return file.toString().endsWith("1.json") && Files.readString(file).contains("\"status\" : \"failed\"");
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Moment.class)
    void stub_killedAtAnyMoment_interruptsTheRunWhichIsResumed(Moment moment) throws Exception {
        Path run;
        try (Tool tool = start("process-pool:2,raw-selector")) {
            moment.await(tool);
            Tool.await("the record", () -> !tool.files("run\\.json").isEmpty());
            tool.children(STUB).forEach(ProcessHandle::destroyForcibly);
            assertThat(tool.exitStatus()).as(tool.output()).isEqualTo(1);
            assertThat(tool.output()).contains("the stub died", "run --resume").doesNotContain("\tat ");
            run = tool.runDirectory();
            assertThat(RunDirectory.open(run).record().status()).isEqualTo(Status.INTERRUPTED);
        }
        try (Tool tool = resume(run)) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
        }
        assertComplete(run);
    }
}
