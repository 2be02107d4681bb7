package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends runs and their parts at several moments. Finished forks stay; nothing else does. */
final class KillTest {
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";
    private static final String STUB = "dev.iomodels.stub.StubMain";
    private static final String WORKER = "dev.iomodels.fetch.Worker";
    private static final int ALLOWED_MILLIS = 2_000;

    @TempDir
    private Path directory;

    private Tool start() throws Exception {
        return Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "closed:4,delay=5ms",
                "--models",
                "process-pool:2,raw-selector,blocking");
    }

    /** Moments: before the first fork is up, as it starts, while it measures. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {0, 400, 3_000})
    void runner_killed_takesEverythingWithIt(int millisIntoTheFork) throws Exception {
        try (Tool tool = start()) {
            if (millisIntoTheFork > 0)
                Tool.await("a fork", () -> !tool.children(FORK).isEmpty());
            else Tool.await("the stub", () -> !tool.children(STUB).isEmpty());
            TimeUnit.MILLISECONDS.sleep(millisIntoTheFork);
            List<ProcessHandle> all = tool.process.descendants().toList();
            assertThat(all).isNotEmpty();
            tool.process.destroyForcibly();
            assertAllEndWithin(all);
        }
    }

    @Tag("thorough")
    @Test
    void runner_killedInTheSecondFork_leavesTheFirstAndNoTemporaryFiles() throws Exception {
        try (Tool tool = start()) {
            Tool.await("a finished fork", () -> !tool.files("1\\.json").isEmpty());
            Tool.await("the next", () -> !tool.children(FORK).isEmpty());
            TimeUnit.MILLISECONDS.sleep(1_500);
            List<ProcessHandle> all = tool.process.descendants().toList();
            tool.process.destroyForcibly();
            assertAllEndWithin(all);
            assertThat(tool.files("1\\.json")).hasSize(1);
            try (Stream<Path> left = Files.list(tool.temporary)) {
                assertThat(left).allMatch(file -> file.getFileName().toString().matches("(jmh|iomodels)\\.lock"));
            }
        }
    }

    @Test
    void run_endedByCtrlC_saysSoInItsRecordAndLeavesNothingRunning() throws Exception {
        try (Tool tool = start()) {
            Tool.await("a finished fork", () -> !tool.files("1\\.json").isEmpty());
            Tool.await("the next", () -> !tool.children(FORK).isEmpty());
            List<ProcessHandle> all = tool.process.descendants().toList();
            new ProcessBuilder("kill", "-INT", Long.toString(tool.process.pid()))
                    .start()
                    .waitFor();
            assertAllEndWithin(all);
            assertThat(tool.exitStatus()).isEqualTo(130);
            assertThat(RunDirectory.open(tool.runDirectory()).record().status()).isEqualTo(Status.INTERRUPTED);
            assertThat(tool.files("1\\.json")).isNotEmpty();
            assertThat(tool.output()).contains("the forks that are done stay in");
        }
    }

    @Tag("thorough")
    @Test
    void fork_killed_isAFailedResultAndTheRunGoesOn() throws Exception {
        try (Tool tool = start()) {
            Tool.await("a fork", () -> !tool.children(FORK).isEmpty());
            TimeUnit.MILLISECONDS.sleep(1_500);
            List<ProcessHandle> below = tool.children(FORK).get(0).descendants().toList();
            tool.children(FORK).forEach(ProcessHandle::destroyForcibly);
            assertAllEndWithin(below);
            assertThat(tool.exitStatus()).isEqualTo(1);
            assertThat(tool.files("1\\.json")).hasSize(3);
            assertThat(tool.output()).contains("FAILED: Forked VM failed with exit code 137");
            assertThat(RunDirectory.open(tool.runDirectory()).record().status()).isEqualTo(Status.FINISHED);
        }
    }

    @Tag("thorough")
    @Test
    void stub_killed_interruptsTheRunAndKeepsWhatIsDone() throws Exception {
        try (Tool tool = start()) {
            Tool.await("a finished fork", () -> !tool.files("1\\.json").isEmpty());
            Tool.await("the next", () -> !tool.children(FORK).isEmpty());
            List<ProcessHandle> all = tool.process.descendants().toList();
            tool.children(STUB).forEach(ProcessHandle::destroyForcibly);
            assertAllEndWithin(all);
            assertThat(tool.exitStatus()).isEqualTo(1);
            assertThat(tool.output()).contains("the stub died");
            assertThat(RunDirectory.open(tool.runDirectory()).record().reason()).contains("the stub died");
            assertThat(tool.files("1\\.json")).hasSize(1);
        }
    }

    /** Before it is ready, a worker that dies fails its fork; later it is replaced. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(ints = {0, 300, 1_000})
    void worker_killedEarly_endsNothingButItsForkPerhaps(int millis) throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "closed:4,delay=50ms",
                "--models",
                "process-pool:2,raw-selector")) {
            Tool.await("a worker", () -> !tool.children(WORKER).isEmpty());
            TimeUnit.MILLISECONDS.sleep(millis);
            tool.children(WORKER).get(0).destroyForcibly();
            assertThat(tool.exitStatus()).as(tool.output()).isBetween(0, 1);
            assertThat(tool.output()).doesNotContain("\tat ");
            assertThat(tool.files("1\\.json")).hasSize(2);
            assertThat(RunDirectory.open(tool.runDirectory()).record().status()).isEqualTo(Status.FINISHED);
            assertThat(tool.process.descendants()).isEmpty();
        }
    }

    @Tag("thorough")
    @Test
    void worker_killedWhileMeasured_isReplacedAndCountedAsAFailedPage() throws Exception {
        try (Tool tool = Tool.run(
                directory, "--preset", "smoke", "--scenario", "closed:4,delay=50ms", "--models", "process-pool:2")) {
            Tool.await("workers", () -> tool.children(WORKER).size() >= 2);
            TimeUnit.MILLISECONDS.sleep(3_500);
            tool.children(WORKER).get(0).destroyForcibly();
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            assertThat(tool.process.descendants()).isEmpty();
        }
    }

    @Test
    void run_whileAnotherGoesOn_isRefusedWithStatus2() throws Exception {
        try (Tool first = start()) {
            Tool.await("the stub", () -> !first.children(STUB).isEmpty());
            try (Tool second = start()) {
                assertThat(second.exitStatus()).isEqualTo(2);
                assertThat(second.output()).contains("another run is going on", "process " + first.process.pid());
            }
        }
    }

    static void assertAllEndWithin(List<ProcessHandle> processes) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ALLOWED_MILLIS);
        while (processes.stream().anyMatch(KillTest::runs) && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
        assertThat(processes).noneMatch(KillTest::runs);
    }

    /** A process that has ended but that its new parent has not reaped yet is still in the table, as a zombie. */
    private static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return process.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
