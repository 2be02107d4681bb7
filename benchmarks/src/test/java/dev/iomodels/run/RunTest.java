package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Cell;
import dev.iomodels.result.Connections;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.ForkResult.Skipped;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, as a user starts them: real stub, real forks. */
final class RunTest {
    @TempDir
    private Path directory;

    @Test
    void run_twoModels_leavesEveryFileAndNothingElse() throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "closed:20,delay=10ms",
                "--models",
                "blocking,selector")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            Path path = tool.runDirectory();
            assertThat(relative(path))
                    .contains("run.json", "jmh-result.json", "SHA256SUMS", "summary.md", "summary.csv")
                    .filteredOn(file -> file.startsWith("forks/"))
                    .hasSize(6)
                    .allMatch(file -> file.matches(".*/(blocking|selector-1)@\\d+/1\\.(json|hlog|log)"));
            RunDirectory run = RunDirectory.open(path);
            RunRecord record = run.record();
            assertThat(record.status()).isEqualTo(Status.FINISHED);
            for (Cell cell : record.plan().cells()) littlesLawHolds(run.forks(record.plan(), cell));
            assertThat(sha256sum(path)).isZero();
            assertThat(tool.output()).contains("selector-1@", "ceiling", "Written to " + path);
            assertThat(left(tool.temporary)).allMatch(name -> name.matches("(jmh|iomodels)\\.lock"));
        }
    }

    @Test
    @Tag("thorough")
    void run_everyPageFails_isAFailedResultAndStatus1() throws Exception {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                FailingStub failing = FailingStub.before(stub);
                Tool tool = Tool.run(
                        directory,
                        "--preset",
                        "smoke",
                        "--scenario",
                        "closed:4,delay=5ms",
                        "--models",
                        "raw-selector",
                        "--stub",
                        failing.uri())) {
            assertThat(tool.exitStatus()).as(tool.output()).isEqualTo(1);
            assertThat(tool.files("1\\.json")).hasSize(1);
            assertThat(tool.output()).contains("FAILED: no page came back", "STATUS", "failed: no page came back");
            assertThat(RunDirectory.open(tool.runDirectory()).record().status()).isEqualTo(Status.FINISHED);
        }
    }

    @Test
    @Tag("thorough")
    void run_overTls_measuresWhatCan_skipsWhatCannot_andSaysWhatWasAgreedOn() throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset",
                "smoke",
                "--scenario",
                "closed:8,delay=10ms",
                "--models",
                "selector,process-pool:2,raw-selector",
                "--tls")) {
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            RunDirectory run = RunDirectory.open(tool.runDirectory());
            RunRecord record = run.record();
            String agreed = "TLSv1.3 TLS_AES_256_GCM_SHA384";
            assertThat(record.environment().stub().tls().agreed()).isEqualTo(agreed);
            assertThat(record.environment().stub().tls().certificate()).hasSize(64);
            for (Cell cell : record.plan().cells()) {
                StoredFork fork = run.forks(record.plan(), cell).get(0);
                if (cell.contender().model().equals("raw-selector")) {
                    assertThat(fork.result()).isEqualTo(new Skipped("raw-selector cannot fetch over TLS"));
                    continue;
                }
                Measured measured = (Measured) fork.result();
                long users = measured.usersStarted();
                assertThat(measured.failures()).isEmpty();
                assertThat(measured.stub().connections())
                        .isEqualTo(new Connections(users, 0, users, 0, List.of(agreed)));
            }
            assertThat(tool.output()).contains("; " + agreed, "skipped: raw-selector cannot fetch over TLS");
        }
    }

    /** Rate = users ÷ mean latency (Little 1961), the mean being read off the fork's own histogram. */
    private static void littlesLawHolds(List<StoredFork> forks) {
        StoredFork fork = forks.get(0);
        Measured measured = (Measured) fork.result();
        double meanSeconds = fork.histograms().orElseThrow().latency().getMean() / 1e9;
        double users = measured.pagesPerSecond() * meanSeconds;
        assertThat(users).isBetween(0.9 * measured.usersStarted(), 1.02 * measured.usersStarted());
        assertThat(fork.histograms().orElseThrow().latency().getTotalCount()).isEqualTo(measured.pages());
        assertThat(measured.jmh().operations()).isPositive();
        assertThat(measured.points().seconds()).hasSizeGreaterThan(8);
        assertThat(measured.surroundings().sleeps()).isGreaterThan(50);
        assertThat(measured.surroundings().seconds()).isBetween(0.8 * measured.seconds(), 2 * measured.seconds());
        assertThat(measured.stub().requests()).isGreaterThan(0);
        Connections connections = measured.stub().connections();
        assertThat(connections).isEqualTo(Connections.plain(measured.usersStarted(), 0));
        assertThat(measured.jmh().secondary()).containsKeys("latency.p50", "latency.p99.9", "cpu", "alloc");
    }

    private static int sha256sum(Path run) throws Exception {
        return new ProcessBuilder("sha256sum", "--check", "--quiet", "SHA256SUMS")
                .directory(run.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> relative(Path run) throws Exception {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> run.relativize(file).toString())
                    .toList();
        }
    }

    private static List<String> left(Path temporary) throws Exception {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
