package dev.iomodels.gate;

import static dev.iomodels.gate.Gated.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells, scenarios and runs. */
class GatesTest {
    @TempDir
    private Path directory;

    private RunRecord record;
    private List<CellNumbers> cells;

    private Gates gates(Preset preset, int blocks, List<String> models, BiFunction<Cell, Integer, ForkResult> forks) {
        Gated run = Gated.run(directory, preset, blocks, models, forks);
        record = run.record();
        cells = run.cells();
        return run.gates();
    }

    private Light failing(long pages, Map<Failure, Long> failures, Gate gate) {
        return only(
                        gates(
                                Preset.QUICK,
                                1,
                                List.of("raw-selector"),
                                (cell, block) -> MadeUpRun.measured(pages, 100e6, failures)),
                        gate)
                .light();
    }

    @Test
    void failedFetches_none_isGreen() {
        assertThat(failing(20_000, Map.of(), CellGate.FETCHES_FAILED)).isEqualTo(Light.GREEN);
    }

    @Test
    void failedFetches_one_isAmber() {
        assertThat(failing(20_000, Map.of(Failure.RESET, 1L), CellGate.FETCHES_FAILED))
                .isEqualTo(Light.AMBER);
    }

    @Test
    void failedFetches_moreThanOneInTenThousand_isRed() {
        assertThat(failing(20_000, Map.of(Failure.RESET, 3L), CellGate.FETCHES_FAILED))
                .isEqualTo(Light.RED);
    }

    @Test
    void wrongPage_one_isRed() {
        assertThat(failing(200_000, Map.of(Failure.PAGE, 1L), CellGate.WRONG_PAGES))
                .isEqualTo(Light.RED);
    }

    @Test
    void forkThatFailed_makesItsCellNotCitable() {
        Gates gates = gates(Preset.QUICK, 3, List.of("raw-selector", "blocking"), (cell, block) -> {
            boolean fails = cell.contender().model().equals("blocking") && block == 2;
            return fails ? new ForkResult.Failed("crashed", List.of()) : MadeUpRun.measured(8_000);
        });
        assertThat(Badge.of(record, cells.get(0), gates).text()).isEqualTo("indicative");
        assertThat(Badge.of(record, cells.get(1), gates).text()).isEqualTo("not citable: forks-failed");
        assertThat(Badge.of(record, cells, gates).text()).isEqualTo("indicative; 1 of 2 cells not citable");
    }

    @Test
    void spread_moreThan5Percent_isAmber() {
        long[] pages = {8_000, 8_800, 9_600};
        Gates gates =
                gates(Preset.QUICK, 3, List.of("raw-selector"), (cell, block) -> MadeUpRun.measured(pages[block - 1]));
        Ruling spread = only(gates, CellGate.SPREAD);
        // Logarithms 8.987, 9.082, 9.169: their standard deviation is 0.0912.
        assertThat(spread.value().orElseThrow()).isCloseTo(9.12, within(0.01));
        assertThat(spread.light()).isEqualTo(Light.AMBER);
    }

    @Test
    void publishedRun_everyGateGreen_isCitable_andAnUnknownOneMakesItIndicative() {
        Gates gates = gates(Preset.PUBLISH, 10, List.of("raw-selector"), (cell, block) -> MadeUpRun.measured(8_000));
        assertThat(gates.rulings()).allMatch(ruling -> ruling.light() == Light.GREEN);
        assertThat(Badge.of(record, cells, gates).text()).isEqualTo("citable");
        Ruling any = gates.rulings().get(gates.rulings().size() - 1);
        Gates unsure = new Gates(List.of(Ruling.of(
                ForkGate.STUB_LATE,
                any.subject(),
                Limits.above(Unit.MILLIS, 5, 20).unknown())));
        assertThat(Badge.of(record, cells, unsure).text()).isEqualTo("indicative");
        assertThat(Badge.of(record, cells.get(cells.size() - 1), unsure).text())
                .isEqualTo("indicative: stub-late unknown");
    }

    @Test
    void publishedRun_ofTooFewForks_isIndicative_andSaysWhy() {
        Gates gates = gates(Preset.PUBLISH, 9, List.of("raw-selector"), (cell, block) -> MadeUpRun.measured(8_000));
        assertThat(Badge.of(record, cells, gates).text()).isEqualTo("indicative");
        assertThat(Badge.of(record, cells.get(0), gates).text()).isEqualTo("indicative: F=9, citable from 10");
    }

    @Test
    void publishedRun_thatWasInterrupted_isIndicative_andSaysWhy() {
        Gates gates = gates(Preset.PUBLISH, 10, List.of("raw-selector"), (cell, block) -> MadeUpRun.measured(8_000));
        record = record.ended(RunRecord.Status.INTERRUPTED, "a signal", "2026-11-22T15:30:00Z");
        assertThat(Badge.of(record, cells, gates).text()).isEqualTo("indicative, not finished");
        assertThat(Badge.of(record, cells.get(0), gates).text()).isEqualTo("indicative: not finished");
    }

    @Test
    void values_areStoredWithSixDigits_andCountsWhole() {
        Gates gates = gates(
                Preset.QUICK,
                2,
                List.of("raw-selector"),
                (cell, block) -> MadeUpRun.measured(1_234_567L + 10_000 * block));
        assertThat(only(gates, CellGate.SPREAD).value().orElseThrow()).isEqualTo(0.565884);
        assertThat(gates.rulings())
                .filteredOn(ruling -> ruling.gate().equals("pages"))
                .extracting(ruling -> ruling.value().orElseThrow())
                .containsExactly(1_244_567.0, 1_254_567.0);
    }

    @Test
    void smokeRun_isNoMeasurement_whateverTheGatesSay() {
        Gates gates = gates(Preset.SMOKE, 1, List.of("raw-selector"), (cell, block) -> MadeUpRun.measured(8_000));
        assertThat(Badge.of(record, cells, gates).text()).isEqualTo("smoke: not a measurement");
        assertThat(Badge.of(record, cells.get(0), gates).kind()).isEqualTo(Badge.Kind.SMOKE);
    }
}
