package dev.iomodels.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        Plan plan = MadeUpRun.plan(preset, blocks, "wait", models, MadeUpRun.JDK_17);
        RunDirectory run = MadeUpRun.create(directory, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= blocks; block++) MadeUpRun.store(run, cell, block, forks.apply(cell, block));
        record = run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z");
        cells = plan.cells().stream()
                .map(cell -> new CellNumbers(cell, run.forks(plan, cell)))
                .toList();
        return Gates.of(record, cells);
    }

    private static Ruling only(Gates gates, Gate gate) {
        List<Ruling> all = gates.rulings().stream()
                .filter(ruling -> ruling.gate().equals(gate.id()))
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
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

    /** Both scatter by 0.2 %, against each other, so that only {@code ratio} is left of their difference. */
    private Gates controlled(double ratio, int blocks) {
        return gates(Preset.STANDARD, blocks, List.of("raw-selector"), (cell, block) -> {
            boolean control = cell.contender().control();
            double scatter = block == 5 ? 0 : (block % 2 == 0) == control ? 0.002 : -0.002;
            return MadeUpRun.measured(Math.round(40_000 * (1 + scatter) * (control ? ratio : 1)));
        });
    }

    @Test
    void control_sameAsItsTwin_isGreen() {
        assertThat(only(controlled(1, 5), WideGate.CONTROL).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void control_aLittleDifferent_isAmber() {
        assertThat(only(controlled(1.01, 5), WideGate.CONTROL).light()).isEqualTo(Light.AMBER);
    }

    @Test
    void control_whollyBeyondDelta_isRed_forEveryCellOfItsScenario() {
        Gates gates = controlled(0.95, 5);
        Ruling control = only(gates, WideGate.CONTROL);
        assertThat(control.light()).isEqualTo(Light.RED);
        assertThat(control.value().orElseThrow()).isCloseTo(-5, within(0.6));
        assertThat(cells).allMatch(cell -> gates.red(cell.cell()));
    }

    @Test
    void control_ofFewBlocks_saysNothing() {
        assertThat(controlled(0.5, 4).rulings())
                .noneMatch(ruling -> ruling.gate().equals("control"));
    }

    /** Three models of very different rates, five blocks; each fork {@code perFork} faster than the one before it. */
    private Ruling drift(double perFork) {
        Random random = new Random(5);
        Plan plan = MadeUpRun.plan(
                Preset.QUICK, 5, "wait", List.of("raw-selector", "blocking", "selector"), MadeUpRun.JDK_17);
        List<Plan.Fork> order = plan.forks();
        return only(
                gates(Preset.QUICK, 5, List.of("raw-selector", "blocking", "selector"), (cell, block) -> {
                    int place = order.indexOf(new Plan.Fork(cell, block));
                    double rate = 20_000 * (1 + plan.cells().indexOf(cell));
                    return MadeUpRun.measured(
                            Math.round(rate * Math.exp(perFork * place) * (1 + 0.005 * random.nextGaussian())));
                }),
                WideGate.DRIFT);
    }

    @Test
    void drift_ofNothing_isGreen() {
        assertThat(drift(0).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void drift_of3Percent_isAmber() {
        Ruling drift = drift(0.03 / 14);
        assertThat(drift.light()).isEqualTo(Light.AMBER);
        assertThat(drift.value().orElseThrow()).isCloseTo(3, within(1.5));
    }

    @Test
    void drift_of10Percent_isRed_forAll() {
        Ruling drift = drift(-0.1 / 14);
        assertThat(drift.light()).isEqualTo(Light.RED);
        assertThat(drift.value().orElseThrow()).isCloseTo(-9.5, within(1.5));
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

    /** Two cores for 4 s; fork, stub and runner used 4.9 s of it. */
    private Gates watched(double busyOfOne, double busyOfOther, double interrupts) {
        return gates(Preset.QUICK, 1, List.of("raw-selector", "blocking"), (cell, block) -> {
            boolean one = cell.contender().model().equals("raw-selector");
            Measured fork = MadeUpRun.measured(8_000);
            return fork.with(
                    fork.stub(), fork.jmh(), MadeUpFork.interrupted(one ? busyOfOne : busyOfOther, interrupts));
        });
    }

    private static Light others(Gates gates, String subject) {
        return gates.rulings().stream()
                .filter(ruling ->
                        ruling.gate().equals("others") && ruling.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .light();
    }

    @Test
    void others_forkThatShowsWhoPaysForInterrupts_showsItForAll() {
        // 4.0 s in all processes cannot be, with 4.9 s in ours, unless ours paid for 0.9 s of interrupts.
        Gates paying = watched(4.0, 5.7, 0.9);
        assertThat(others(paying, "wait/raw-selector@17/1")).isEqualTo(Light.GREEN);
        assertThat(others(paying, "wait/blocking@17/1")).isEqualTo(Light.RED);
    }

    @Test
    void others_whereNobodyPaysForInterrupts_interruptsAreNotTheirs() {
        // 0.8 s of 8 s are others'.
        assertThat(others(watched(4.9, 5.7, 0.9), "wait/blocking@17/1")).isEqualTo(Light.AMBER);
    }

    @Test
    void others_inARunThatDidNotNoteInterrupts_areUnknown() {
        assertThat(others(watched(4.0, 5.7, -1), "wait/blocking@17/1")).isEqualTo(Light.UNKNOWN);
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
