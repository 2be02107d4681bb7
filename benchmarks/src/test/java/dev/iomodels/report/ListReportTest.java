package dev.iomodels.report;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.iomodels.ListRun;
import dev.iomodels.MadeUpRun;
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

class ListReportTest {
    @TempDir
    private static Path results;

    private static RunDirectory directory;
    private static RunContents run;
    private static String text;

    @BeforeAll
    static void read() {
        directory = ListRun.of(results, Preset.STANDARD, 5);
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
    void table_hasTheTimeOfAList_andNothingThatOnlyMakesSenseOfUsersOrASchedule() {
        assertThat(line("list-2000"))
                .isEqualTo("list-2000-fixed-100ms-1KiB: list:2000, fixed:100ms, 1KiB; one list at a time");
        assertThat(line("contender").split("  +"))
                .containsExactly(
                        "contender",
                        "list time",
                        "±",
                        "÷ least",
                        "at once",
                        "page p50",
                        "p99",
                        "max",
                        "CPU/page",
                        "B/page",
                        "lists",
                        "n",
                        "failed");
        // 400 ms are four times the 100 ms that the delays alone take; four lists in each of five forks.
        assertThat(line("raw-selector@17").split("  +"))
                .contains("400ms", "4.00", "2000/2000", "150ms", "(199ms)", "20", "40 000");
        assertThat(text.substring(text.indexOf("\nadded latency"))
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow())
                .contains("page added p50", "page added p99");
        assertThat(text)
                .contains("List: list time is from asking for its first page")
                .doesNotContain("pages/s", "ceiling", "turnaround", "Closed loop", "Open loop");
    }

    @Test
    void memoryOfAPageInFlight_isNotTold_becauseBetweenListsNoneIs() {
        assertThat(cell("raw-selector").estimate(Metric.MEMORY_PER_PAGE)).isEmpty();
        assertThat(Metric.MEMORY_PER_PAGE.isOf(cell("raw-selector").cell().scenario()))
                .isFalse();
    }

    @Test
    void csvAndJmhsJson_haveTheSame_andNoMetricOfALoop() throws Exception {
        String csv = Files.readString(directory.path().resolve("summary.csv"));
        assertThat(csv.lines().filter(one -> one.contains("/raw-selector@17/")))
                .hasSize((int) Arrays.stream(Metric.values())
                        .filter(metric ->
                                metric.isOf(cell("raw-selector").cell().scenario()))
                        .count())
                .noneMatch(one -> one.matches(
                        ".*@17/(throughput|ceiling|turnaround|achieved|(response-)?(added-)?(p50|p99|p99.9|max)),.*"))
                .anyMatch(one -> one.contains("@17/list-time,") && one.contains(",list time,ns,5,"))
                .anyMatch(one -> one.contains("@17/list-over-least,"))
                .anyMatch(one -> one.contains("@17/page-p99,"));
        assertThat(Files.readString(directory.path().resolve("jmh-result.json")))
                .contains("dev.iomodels.trial.ListBenchmark.list", "\"ss\"", "\"single-shot\"", "ms/op")
                .doesNotContain("FetchBenchmark", "thrpt");
    }

    @Test
    void citation_isASentenceAboutAListOfSoManyPages() {
        String sentence = new Citation(run, cell("raw-selector"), Metric.LIST_TIME).text();
        assertThat(sentence)
                .startsWith("list time of raw-selector@17 in scenario list-2000-fixed-100ms-1KiB: 399.8")
                .contains(
                        " ms, 95 % interval [",
                        "], 5 forks, indicative",
                        "load list:2000, delay fixed:100ms, size 1KiB, list of 2000 pages, all wanted at once, 2000 in flight at the most;")
                .doesNotContain("users", "service time");
        assertThat(new Citation(run, cell("raw-selector"), Metric.PAGE_P99).text())
                .startsWith("page latency p99 of raw-selector@17")
                .contains("a service time (pages of the list that stand in line are not asked for yet)");
        assertThat(Objections.against(run, cell("raw-selector"), Metric.THROUGHPUT))
                .singleElement(as(STRING))
                .contains("makes no sense of load list:2000", "lists a list-time");
    }

    @Test
    void comparison_isOfListTimes_inWordsOfTheirOwn() {
        Comparisons comparisons = Comparisons.within(run, "");
        assertThat(comparisons.families())
                .extracting(family -> family.words().subject())
                .containsOnly("list time");
        String compared = ComparisonText.text(comparisons);
        assertThat(compared)
                .contains("list time: models on the same JDK", "shorter by 20", "500ms", "400ms")
                .contains("control: same within ±3 %");
        assertThat(comparisons.worseBy(0.03)).isEmpty();
        assertThat(Comparisons.within(run, "raw-selector").worseBy(0.03))
                .singleElement(as(STRING))
                .contains("list time against raw-selector@17: longer by 25");
    }

    @Test
    void everything_isVerified() {
        assertThat(RawCheck.of(directory)).isEmpty();
        assertThat(Remade.compare(run)).isEmpty();
    }

    @Test
    void forkWithoutLists_whereThePlanHasSome_isAMismatch_andSoIsOneThatLacksAList(@TempDir Path elsewhere)
            throws Exception {
        RunDirectory other = MadeUpRun.create(elsewhere, ListRun.plan(Preset.QUICK, 1, List.of("selector", "netty")));
        var cells = other.record().plan().cells();
        MadeUpRun.store(other, cells.get(0), 1, MadeUpRun.measured(8_000));
        ListRun.store(other, cells.get(1), 1, ListRun.measured(400_000_000));
        Path json = other.files(cells.get(1), 1).json();
        Files.writeString(json, Files.readString(json).replaceFirst("399000000,", ""));
        other.write(other.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        assertThat(RawCheck.of(other))
                .anyMatch(mismatch -> mismatch.toString().contains("do not agree on whether lists were fetched"))
                .anyMatch(mismatch -> mismatch.toString().contains("3 lists in 4 intervals"));
    }
}
