package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiteCommandTest {
    private static final String RAW = "/wait/raw-selector@17/";

    @TempDir
    private Path directory;

    private Cli cite(String id, String... more) {
        return Cli.cite(directory, id, more);
    }

    @Test
    void number_isSaidInOneSentence_withEverythingThatBelongsToIt() {
        RunDirectory run = MadeUpRun.complete(directory, Preset.QUICK, 3);
        Cli cli = cite(run.id() + RAW + "throughput");
        JvmFacts jvm = JvmFacts.here();
        assertThat(cli.status()).as(cli.err()).isZero();
        // Forks of 10 025, 10 050 and 10 075 pages/s: t(.975, 2) × 0.2488 % ÷ √3 is 0.618 % either way.
        assertThat(cli.out())
                .isEqualTo(
                        "throughput of raw-selector@17 in scenario wait: 10 050 pages/s, 95 % interval [9 988, 10 112],"
                                + " 3 forks, indicative; load closed:1000, delay uniform:50ms..150ms, size 1KiB,"
                                + " 2000 users asked for, 1509 started; limits: 200 threads; JDK 17.0.1+1 ("
                                + "Maker, " + jvm.vm() + ") with -Xms2g -Xmx2g -XX:+AlwaysPreTouch -XX:+UseG1GC"
                                + " -XX:-UsePerfData; A Processor, 2 cores shared by stub and client, 8.59GB of memory,"
                                + " An OS, virtualisation none; measured on 2026-11-22 (UTC) by iomodels 0.1.0, commit abcdef0;"
                                + " id 2026-11-22T150300Z-quick/wait/raw-selector@17/throughput;"
                                + " SHA-256 of its raw files " + Sums.digest(run, cell(run)) + ".\n");
    }

    private static Cell cell(RunDirectory run) {
        return run.record().plan().cells().stream()
                .filter(cell -> cell.path().equals("wait/raw-selector@17"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void markdown_hasTheNumberInBold_andTheIdAsCode() {
        String id = MadeUpRun.complete(directory, Preset.QUICK, 3).id() + RAW + "p99";
        Cli cli = cite(id, "--format", "markdown");
        assertThat(cli.out())
                .startsWith("latency p99 of `raw-selector@17` in scenario `wait`: **199 ms**, 95 % interval [")
                .contains("; id `" + id + "`;");
        assertThat(cli.out().lines()).hasSize(1);
    }

    @Test
    void publishedNumber_isNotCalledIndicative() {
        Cli cli = cite(MadeUpRun.complete(directory, Preset.PUBLISH, 10).id() + RAW + "max");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("latency max of", " ms, largest of 10 forks, citable, a service time (closed loop)")
                .doesNotContain("indicative");
    }

    /** A run of noop, of raw-selector that the stub limits, and of its control, which it does not limit; the control is late. */
    private RunDirectory remarkable() {
        Plan plan = MadeUpRun.plan(Preset.STANDARD, 5, "cpu", List.of("noop", "raw-selector"), MadeUpRun.JDK_17);
        RunDirectory run = MadeUpRun.create(directory, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= 5; block++) {
                Measured fork = MadeUpRun.measured(40_000 + 10L * (block % 3), 0, Map.of());
                boolean bound = cell.path().equals("cpu/raw-selector@17");
                MadeUpRun.store(run, cell, block, bound ? MadeUpRun.stubBound(fork) : fork);
                AtomicFile.write(run.files(cell, block).log(), "# fork " + block + "\n");
            }
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        return run;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raw-selector@17/throughput | 5 forks, indicative, a lower bound (stub-bound: the stub's busiest thread was busy for 80 % of the time or more), amber gates stub-busy; load",
                "raw-selector@17/turnaround | indicative, an upper bound (stub-bound:",
                "raw-selector@17/p50 | indicative, a service time (closed loop), waiting for the stub included (stub-bound:",
                "raw-selector@17/cpu-per-page | indicative, measured at a rate that is a lower bound (stub-bound:",
                "raw-selector@17-control/throughput | 5 forks, indicative, the A/A control, which is the scenario's first contender entered twice; load",
                "noop@17/throughput | 5 forks, indicative, without any network: what the harness itself costs; load"
            })
    void whatMayNotBeLeftOut_isSaidRightAfterTheNumber(String number, String remarks) {
        Cli cli = cite(remarkable().id() + "/cpu/" + number);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains(remarks);
    }

    @Test
    void runMayBeAPath_andTheIdIsPrintedWithoutIt() {
        RunDirectory run = MadeUpRun.complete(directory.resolve("elsewhere"), Preset.QUICK, 3);
        Cli cli = cite(run.path() + RAW + "pages");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("120 600, sum of 3 forks", "; id " + run.id() + RAW + "pages;");
    }

    @Test
    void digest_isWhatSha256sumMakesOfTheRawFiles() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")) && Files.isExecutable(Path.of("/bin/sh")));
        RunDirectory run = MadeUpRun.complete(directory, Preset.PUBLISH, 10);
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "LC_ALL=C; export LC_ALL; sha256sum forks/wait/raw-selector@17/* run.json | sha256sum")
                .directory(run.path().toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(cite(run.id() + RAW + "p50").out())
                .contains("SHA-256 of its raw files " + printed.substring(0, 64) + ".");
    }

    @Test
    void failuresOfFetches_canBeCitedToo() {
        RunDirectory run = MadeUpRun.complete(directory, Preset.QUICK, 3);
        ForkResult some = MadeUpRun.measured(40_100, 100e6, Map.of(Failure.RESET, 3L));
        MadeUpRun.store(run, cell(run), 1, some);
        Sums.write(run);
        assertThat(cite(run.id() + RAW + "failures").out())
                .startsWith("failures of raw-selector@17 in scenario wait: 3, sum of");
    }
}
