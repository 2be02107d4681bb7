package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.Footprint.Memory;
import dev.iomodels.result.Footprint.Pinned;
import dev.iomodels.result.Footprint.Switches;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of three blocks in which everything but the virtual threads' pinned events is known of the first contender, and little of the second. */
class CostTableTest {
    private static final Memory BUSY = new Memory(1_000, 30_000_000, 2_300_000_000L, 2_100_000_000L, 0);
    private static final Memory EMPTY = new Memory(0, 10_000_000, 2_210_000_000L, 2_100_000_000L, 0);
    private static final Footprint KNOWN =
            new Footprint(1_012, 12, 0, 2_400_000_000L, 3, new Switches(4_100, 8_200), BUSY, EMPTY, Pinned.UNKNOWN);

    @TempDir
    private Path directory;

    private RunDirectory run;
    private Plan plan;

    @BeforeEach
    void storeForks() {
        plan = MadeUpRun.plan(Preset.QUICK, 3, "wait", List.of("virtual-thread", "raw-selector"), MadeUpRun.JDK_25)
                .withPinned();
        run = MadeUpRun.create(directory, plan);
        for (int block = 1; block <= 3; block++) {
            store(0, block, KNOWN);
            store(1, block, Footprint.UNKNOWN);
        }
    }

    private Cell cell(int number) {
        return plan.cells().get(number);
    }

    private void store(int cell, int block, Footprint footprint) {
        MadeUpRun.store(run, cell(cell), block, Changed.of(MadeUpRun.measured(8_000), "footprint", footprint));
    }

    private RunContents contents() {
        return RunContents.of(run);
    }

    private Map<String, String> row(int number) {
        Table table = new CostTable(contents(), plan.scenarios().get(0)).table();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < table.header().size(); i++)
            row.put(table.header().get(i), table.rows().get(number).get(i));
        return row;
    }

    @Test
    void row_hasWhatAPageCost() {
        assertThat(row(0))
                .containsEntry("cost", "virtual-thread@25")
                .containsEntry("CPU/page", "350µs")
                .containsEntry("pages/CPU-s", "2 857")
                .containsEntry("GC/s", "2.50ms")
                .containsEntry("peak", "2.40GB")
                .containsEntry("mem/in flight", "110kB")
                .containsEntry("in flight/MB", "9.09")
                .containsEntry("threads", "1 000")
                .containsEntry("switches/page", "0.50")
                .containsEntry("pinned/page", "n/a");
    }

    @Test
    void whatNobodyCanTell_isSaidToBeSo_andNeverZero() {
        assertThat(row(1))
                .containsEntry("CPU/page", "350µs")
                .containsEntry("pinned/page", "–")
                .containsEntry("peak", "n/a")
                .containsEntry("mem/in flight", "n/a")
                .containsEntry("in flight/MB", "n/a")
                .containsEntry("threads", "n/a")
                .containsEntry("switches/page", "n/a");
    }

    @Test
    void memoryThatCannotBeToldFromWavering_isABound() {
        Memory little = new Memory(1_000, 11_000_000, 2_210_000_000L, 2_100_000_000L, 0);
        store(0, 2, Changed.of(KNOWN, "busy", little));
        assertThat(row(0)).containsEntry("mem/in flight", "<110kB").containsEntry("in flight/MB", ">9.09");
        for (int block = 1; block <= 3; block++) store(0, block, Changed.of(KNOWN, "busy", little));
        assertThat(row(0)).containsEntry("mem/in flight", "<2.00kB").containsEntry("in flight/MB", ">500");
    }

    @Test
    void pinned_isHowOftenForEachPageAndForHowLong_andZeroIfNever() throws Exception {
        // 4000 × 50 ms in 8000 pages.
        store(0, 0, Changed.of(KNOWN, "pinned", new Pinned(4_000, 200_000_000_000L, 8_000)));
        assertThat(row(0)).containsEntry("pinned/page", "0.500×50.0ms");
        assertThat(csv())
                .anyMatch(line -> line.startsWith(",wait,virtual-thread@25,measured,pinned/page,,1,0.500000,"))
                .anyMatch(line -> line.startsWith(",wait,virtual-thread@25,measured,pinned time/page,ns,1,25000000,"));
        store(0, 0, Changed.of(KNOWN, "pinned", new Pinned(0, 0, 8_000)));
        assertThat(row(0)).containsEntry("pinned/page", "0");
    }

    private List<String> csv() throws Exception {
        new CsvReport().write(contents(), directory);
        return Files.readAllLines(directory.resolve("summary.csv"));
    }

    @Test
    void forkThatCouldNotCountPinnedEvents_isNamed_andFailsTheRun() {
        MadeUpRun.store(run, cell(0), 0, new ForkResult.Failed("it crashed", List.of()));
        assertThat(row(0)).containsEntry("pinned/page", "n/a");
        assertThat(TextReport.of(contents())).contains("wait/virtual-thread@25/pinned failed: it crashed");
        assertThat(contents().failed()).isTrue();
    }

    @Test
    void forkThatCountsPinnedEvents_isInNoNumber() {
        List<Double> before = contents().cells().get(0).values(Metric.PAGES);
        MadeUpRun.store(run, cell(0), 0, MadeUpRun.measured(77));
        assertThat(contents().cells().get(0).values(Metric.PAGES))
                .isEqualTo(before)
                .containsOnly(8_000.0);
    }

    @Test
    void recordingThatIsMissing_isNoticed() throws Exception {
        String name = "forks/wait/virtual-thread@25/pinned.jfr";
        assertThat(RawCheck.of(run))
                .anyMatch(
                        one -> one.file().endsWith("pinned.json") && one.what().contains("not done"));
        store(0, 0, Changed.of(KNOWN, "pinned", new Pinned(0, 0, 8_000)));
        assertThat(RawCheck.of(run))
                .anyMatch(one -> one.file().equals(name) && one.what().equals("missing"));
        Files.writeString(run.path().resolve(name), "events");
        assertThat(RawCheck.of(run)).noneMatch(one -> one.file().equals(name));
    }
}
