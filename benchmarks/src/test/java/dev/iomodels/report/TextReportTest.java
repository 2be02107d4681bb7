package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.RunDirectory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {
    private static final String NONE = "–";

    @TempDir
    private Path directory;

    private static String text(RunDirectory run) {
        return TextReport.of(RunContents.of(run));
    }

    /** The columns of a contender's row in the table whose title begins with {@code scenario}. */
    private static Map<String, String> row(String text, String scenario, String contender) {
        List<String> lines = text.lines()
                .dropWhile(line -> !line.startsWith(scenario + ": "))
                .skip(1)
                .toList();
        String[] header = lines.get(0).split(" {2,}");
        String[] cells = lines.stream()
                .filter(line -> line.startsWith(contender))
                .findFirst()
                .orElseThrow()
                .split(" {2,}");
        assertThat(cells).as(Arrays.toString(cells)).hasSameSizeAs(header);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) row.put(header[i], cells[i].replace(" ", ""));
        return row;
    }

    @Test
    void row_hasWhatWasMeasured() {
        String text = text(MadeUpRun.example(directory));
        assertThat(row(text, "wait", "raw-selector@17"))
                .containsEntry("pages/s", "50000")
                .containsEntry("ceiling", "62.5%")
                .containsEntry("±", "1.2%")
                .containsEntry("CPU/page", "14.0µs")
                .containsEntry("started", "7487/8000")
                .containsEntry("p50", "150ms")
                .containsEntry("turnaround", "160ms")
                .containsEntry("B/page", "40.0B")
                .containsEntry("n", "600000")
                .containsEntry("failed", "0");
        assertThat(text)
                .contains("wait: closed:1000, uniform:50ms..150ms, 1KiB; service times; ceiling 10 000 pages/s");
    }

    @Test
    void addedLatency_hasATableWherePagesAreHeldBack_andNoneWhereAllLatencyIsAdded() {
        String text = text(MadeUpRun.example(directory));
        List<String> headers =
                text.lines().filter(line -> line.startsWith("added latency")).toList();
        assertThat(headers).singleElement().asString().matches("added latency +added p50 +added p99 +added p99.9");
        List<String> rows = text.lines()
                .dropWhile(line -> !line.startsWith("added latency"))
                .skip(1)
                .limit(2)
                .toList();
        assertThat(rows.get(0)).matches("blocking@17 +50\\.\\dms +\\(99\\.\\dms\\) +–");
        assertThat(rows.get(1)).matches("raw-selector@17 +50\\.\\dms +99\\.\\dms +100ms");
    }

    @Test
    void quantileOnFewSamples_standsInBrackets_andOnFewerThan10IsNotShown() {
        String text = text(MadeUpRun.example(directory));
        // 2000 pages a fork: 1000 beyond the median, 20 beyond the p99, 2 beyond the p99.9.
        assertThat(row(text, "wait", "blocking@17"))
                .containsEntry("p50", "150ms")
                .containsEntry("p99", "(199ms)")
                .containsEntry("p99.9", NONE)
                .containsEntry("max", "200ms");
        // 199 000 pages in the smallest fork: 199 beyond the p99.9.
        assertThat(row(text, "wait", "raw-selector@17")).containsEntry("p99.9", "200ms");
    }

    @Test
    void scenarioWithoutADelay_isComparedWithRawSelector_andHasNoCeiling() {
        String text = text(MadeUpRun.example(directory));
        assertThat(text).contains("cpu: closed:64, no delay, 1KiB; service times\n");
        assertThat(row(text, "cpu", "raw-selector@17")).containsEntry("×raw", "1.00");
        assertThat(row(text, "cpu", "blocking@17")).containsEntry("×raw", "0.50");
        assertThat(row(text, "cpu", "noop@17")).containsEntry("×raw", "50.0").doesNotContainKey("ceiling");
    }

    @Test
    void failedAndSkippedAndMissingCells_areThere_withTheirReasons() {
        String text = text(MadeUpRun.example(directory));
        assertThat(text.lines())
                .anyMatch(
                        line -> line.matches("virtual-thread@17 +skipped: virtual-thread needs JDK 21, this is JDK 17"))
                .anyMatch(line -> line.matches("selector-1@17 +failed: it \"crashed\", and burned"))
                .anyMatch(line -> line.matches("selector-1@17 +not measured yet"))
                .contains("wait/selector-1@17/1 failed: it \"crashed\", and burned", "  | Aborted | dumped")
                .contains("cpu/blocking@17/2 failed: it \"crashed\", and burned");
    }

    @Test
    void forkThatFailed_isSaidBesideThoseThatDidNot_andLeavesNoInterval() {
        Map<String, String> row = row(text(MadeUpRun.example(directory)), "cpu", "blocking@17");
        assertThat(row.get("contender")).isEqualTo("blocking@17✗1!");
        assertThat(row).containsEntry("±", "F=2");
    }

    @Test
    void badgeIdAndPlace_areSaid() {
        assertThat(text(MadeUpRun.example(directory)))
                .contains(
                        "2026-11-22T150300Z-quick [indicative; 3 of 7 cells not citable]; 3 forks per cell; A Processor, 2 cores");
    }

    /** Two models in {@code cpu}, both stored as {@code fork}. */
    private RunDirectory one(Terms terms, Measured fork) {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 1, "cpu", List.of("selector", "raw-selector"), MadeUpRun.JDK_25)
                .on(terms);
        RunDirectory run = MadeUpRun.create(directory, plan);
        for (Cell cell : plan.cells()) MadeUpRun.store(run, cell, 1, fork);
        return run;
    }

    @Test
    void stubBoundCell_isSaidToBeALowerBound_once_besideTheNumberThatShowsIt() {
        Measured fork = MadeUpRun.stubBound(MadeUpRun.measured(400_000, 0, Map.of()));
        String text = text(one(Terms.with(MadeUpRun.JDK_25), fork));
        assertThat(text)
                .contains("selector-1@25 93% in 1 of 1 fork (stub-bound: a lower bound), "
                        + "raw-selector@25 93% in 1 of 1 fork (stub-bound: a lower bound)")
                .contains("; 1 fork per cell; A Processor, 2 cores shared by stub and client");
        assertThat(text.split("lower bound", -1)).hasSize(1 + 2);
    }

    @Test
    void pinnedProcessors_areNotCalledShared() {
        Terms terms = new Terms(Terms.JVM_ARGS, "", MadeUpRun.JDK_25, "1", "0", false);
        assertThat(text(one(terms, MadeUpRun.measured(8_000, 0, Map.of()))))
                .contains("2 cores, client on 0, stub on 1")
                .doesNotContain("shared");
    }

    @Test
    void widestTable_fitsIn150Columns() {
        Plan plan = MadeUpRun.plan(
                Preset.PUBLISH,
                3,
                "crowd,cpu",
                List.of("thread-pool", "process-pool:10", "selector"),
                MadeUpRun.JDK_25);
        RunDirectory run = MadeUpRun.create(directory, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= 3; block++) {
                ForkResult result = MadeUpRun.measured(99_999, 300e6, Map.of(Failure.TIMEOUT, 12_345L));
                ForkResult failed = new ForkResult.Failed(
                        "java.lang.IllegalStateException: " + "a very long reason ".repeat(20) + "\nof two lines",
                        List.of());
                boolean fails = cell.contender().model().equals("selector") || block == 2;
                MadeUpRun.store(run, cell, block, fails ? failed : result);
            }
        String text = text(run);
        for (String scenario : List.of("crowd", "cpu")) {
            List<String> table = text.lines()
                    .dropWhile(line -> !line.startsWith(scenario + ": "))
                    .limit(2 + plan.cells().size() / 2)
                    .toList();
            assertThat(table.get(table.size() - 1)).startsWith("thread-pool-").contains("-control");
            assertThat(table).allMatch(line -> line.length() <= 150);
        }
    }
}
