package dev.iomodels.gate;

import static dev.iomodels.gate.Gated.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Light;
import dev.iomodels.stats.CellNumbers;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a scenario or of a whole run. */
class WideGatesTest {
    @TempDir
    private Path directory;

    private List<CellNumbers> cells;

    private Gates gates(Preset preset, int blocks, List<String> models, BiFunction<Cell, Integer, ForkResult> forks) {
        Gated run = Gated.run(directory, preset, blocks, models, forks);
        cells = run.cells();
        return run.gates();
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
}
