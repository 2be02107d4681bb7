package dev.iomodels.report;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.iomodels.MadeUpRun;
import dev.iomodels.OpenRun;
import dev.iomodels.gate.Badge;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenLoopReportTest {
    @TempDir
    private static Path results;

    private static RunDirectory directory;
    private static RunContents run;
    private static String text;

    @BeforeAll
    static void read() {
        directory = OpenRun.of(results, Preset.STANDARD, 5);
        run = RunContents.of(directory);
        text = TextReport.of(run);
    }

    private static CellNumbers cell(String model) {
        return run.cells().stream()
                .filter(cell -> cell.cell().contender().model().equals(model)
                        && !cell.cell().contender().control())
                .findFirst()
                .orElseThrow();
    }

    private static String line(String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void table_saysThatItHoldsResponseTimes_andHasTheRatesAndHowTheScheduleWasKept() {
        assertThat(line("open-10000"))
                .isEqualTo("open-10000-s-fixed-100ms-1KiB: open:10000/s, fixed:100ms, 1KiB; response times");
        assertThat(line("contender")).doesNotContain("pages/s", "ceiling", "turnaround", "started");
        assertThat(line("contender").split("  +"))
                .contains("offered/s", "achieved/s", "response p50", "p99", "n", "failed");
        assertThat(line("raw-selector@17").split("  +")).contains("10 000", "150ms", "199ms", "200 000");
        String schedule = text.substring(text.indexOf("\nschedule "));
        assertThat(schedule.lines().skip(1).findFirst().orElseThrow().split("  +"))
                .containsExactly("schedule", "lateness p50", "p99", "max", "backlog", "at the end", "pacer");
        assertThat(schedule.lines()
                        .filter(one -> one.startsWith("raw-selector@17"))
                        .findFirst()
                        .orElseThrow()
                        .split("  +"))
                .contains("396µs", "321", "10", "7.1%");
        assertThat(text).contains("Open loop: latencies are response times").doesNotContain("service time");
    }

    @Test
    void saturatedCell_isARowOfItsOwn_withItsRates_andNoFailure() {
        assertThat(line("blocking@17")).contains("saturated: 39.1 pages/s achieved of 10 000 offered");
        assertThat(text)
                .contains("blocking@17/1 saturated, given up after 5.20s, at 39.1 of 10 000 pages/s: all 1 places");
        assertThat(run.failed()).isFalse();
        assertThat(run.badge(cell("blocking")).text()).isEqualTo("indicative: saturated");
        assertThat(cell("blocking").lacks(Metric.RESPONSE_P99)).contains("saturated");
    }

    @Test
    void cellOfWhichSomeForksWereSaturated_isMarked_andNotCitable() {
        assertThat(line("selector-1@17")).startsWith("selector-1@17 ≈1 !");
        assertThat(run.badge(cell("selector")).kind()).isEqualTo(Badge.Kind.NOT_CITABLE);
        assertThat(run.badge(cell("selector")).text()).contains("forks-saturated");
        assertThat(text).contains("≈2 behind a name");
    }

    @Test
    void csvAndMarkdown_haveTheSame_andNoMetricOfAClosedLoop() throws Exception {
        String csv = Files.readString(directory.path().resolve("summary.csv"));
        assertThat(csv.lines().filter(one -> one.contains("/raw-selector@17/")))
                .hasSize((int) Arrays.stream(Metric.values())
                        .filter(metric ->
                                metric.isOf(cell("raw-selector").cell().scenario()))
                        .count())
                .noneMatch(one -> one.contains("@17/p99,") || one.contains("@17/throughput,"))
                .anyMatch(one -> one.contains("@17/response-p99,"))
                .anyMatch(one -> one.contains("@17/lateness-p99,"));
        assertThat(csv).contains("blocking@17,saturated: 39.1 pages/s achieved of 10 000 offered,");
        assertThat(csv).contains("saturated: 39.1 pages/s achieved of 10 000 offered (1 of 5 forks)");
        assertThat(Files.readString(directory.path().resolve("summary.md")))
                .contains("response times", "| blocking@17 | saturated: 39.1 pages/s achieved of 10 000 offered |");
        assertThat(Files.readString(directory.path().resolve("jmh-result.json")))
                .contains("raw-selector", "open:10000/s")
                .doesNotContain("\"blocking\"");
    }

    @Test
    void numberOfAClosedLoop_isNotCited_becauseThereIsNone_howeverFewPagesThereWere() {
        assertThat(Objections.against(run, cell("raw-selector"), Metric.P999))
                .singleElement(as(STRING))
                .contains("makes no sense of load open:10000/s", "response-p99");
    }

    @Test
    void jdk_onWhichEverythingWasSaturated_wasFoundAllTheSame(@TempDir Path elsewhere) {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 1, "open:10000/s", List.of("blocking"), MadeUpRun.JDK_17);
        RunDirectory saturated = MadeUpRun.create(elsewhere, plan);
        OpenRun.store(saturated, plan.cells().get(0), 1, OpenRun.SATURATED);
        assertThat(JdkLines.of(RunContents.of(saturated)).get("17"))
                .contains(OpenRun.SATURATED.jvm().vm())
                .doesNotContain("nothing was measured");
    }

    @Test
    void comparison_isOfResponseTimesAndCost_notOfTheRateThatWasGiven() {
        List<String> metrics = Comparisons.within(run, "selector").families().stream()
                .map(family -> family.words().subject())
                .distinct()
                .toList();
        assertThat(metrics).containsExactly("response p99", "CPU per page");
        assertThat(Comparisons.within(run, "").heading()).anyMatch(line -> line.contains("the rate is given"));
    }

    @Test
    void everything_isVerified_andAMissingLineOfLatenessIsSeen(@TempDir Path elsewhere) throws Exception {
        assertThat(RawCheck.of(directory)).isEmpty();
        assertThat(Remade.compare(run)).isEmpty();
        RunDirectory edited = OpenRun.of(elsewhere, Preset.QUICK, 1);
        Path hlog = edited.files(cell("raw-selector").cell(), 1).hlog();
        Files.write(
                hlog,
                Files.readAllLines(hlog).stream()
                        .filter(line -> !line.startsWith("Tag=lateness"))
                        .toList());
        assertThat(RawCheck.of(edited)).anyMatch(mismatch -> mismatch.toString().contains("0 times tagged lateness"));
    }

    @Test
    void saturatedForkInAClosedLoop_isAMismatch() {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 1, "wait", List.of("blocking"), MadeUpRun.JDK_17);
        RunDirectory closed = MadeUpRun.create(results, plan);
        OpenRun.store(closed, plan.cells().get(0), 1, OpenRun.SATURATED);
        closed.write(closed.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        assertThat(RawCheck.of(closed))
                .anyMatch(mismatch -> mismatch.toString().contains("whether pages arrive on a schedule"));
    }
}
