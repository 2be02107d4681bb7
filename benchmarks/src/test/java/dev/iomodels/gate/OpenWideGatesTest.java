package dev.iomodels.gate;

import static dev.iomodels.gate.Gated.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.OpenRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Light;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a cell, a scenario or a whole run where pages arrive on a schedule. */
class OpenWideGatesTest {
    private static final String SCENARIO = "open:10000/s,delay=100ms";

    @TempDir
    private Path directory;

    private int runs;

    private Gates gates(Preset preset, int blocks, BiFunction<Cell, Integer, ForkResult> forks) {
        Plan plan = MadeUpRun.plan(preset, blocks, SCENARIO, List.of("raw-selector"), MadeUpRun.JDK_17);
        return Gated.run(directory.resolve("run-" + runs++), plan, forks).gates();
    }

    private Gates saturated(int of3) {
        return gates(Preset.QUICK, 3, (cell, block) -> block <= of3 ? OpenRun.SATURATED : OpenRun.measured(40_000));
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN", "1, RED", "2, RED"})
    void forksSaturated_someOfThem_isRed(int saturated, Light light) {
        Ruling ruling = only(saturated(saturated), CellGate.FORKS_SATURATED);
        assertThat(ruling.light()).isEqualTo(light);
        assertThat(ruling.value().orElseThrow()).isEqualTo(saturated);
    }

    @Test
    void forksSaturated_allOfThem_isAResult_ofWhichNoGateSaysAnythingButThatNoneFailed() {
        assertThat(saturated(3).rulings()).singleElement().satisfies(ruling -> {
            assertThat(ruling.gate()).isEqualTo("forks-failed");
            assertThat(ruling.light()).isEqualTo(Light.GREEN);
        });
    }

    /** A fork with so many times the pages, and so many times the CPU time for each of them. */
    private static Measured fork(double pages, double cpuPerPage) {
        Measured base = OpenRun.measured(Math.round(40_000 * pages));
        // 40 000 pages take 2.8 s of CPU time, and the two iterations 0.4 s that are no page's.
        double cpuSeconds = (2.8 * pages * cpuPerPage + 0.4) / 2;
        return Changed.of(
                base,
                "intervals",
                base.intervals().stream()
                        .map(one -> Changed.of(one, "cpuSeconds", cpuSeconds))
                        .toList());
    }

    /** Both scatter by 0.2 %, against each other, so that only the ratios are left of their difference. */
    private Ruling control(double pages, double cpuPerPage) {
        Gates gates = gates(Preset.STANDARD, 5, (cell, block) -> {
            boolean control = cell.contender().control();
            double scatter = block == 5 ? 0 : (block % 2 == 0) == control ? 0.002 : -0.002;
            return fork((control ? pages : 1), (control ? cpuPerPage : 1) * (1 + scatter));
        });
        return only(gates, WideGate.CONTROL);
    }

    @Test
    void control_isHeldAgainstItsTwinByCpuPerPage_becauseTheRateIsGiven() {
        Ruling red = control(1, 0.95);
        assertThat(red.light()).isEqualTo(Light.RED);
        assertThat(red.value().orElseThrow()).isCloseTo(-5, within(0.6));
        assertThat(control(0.9, 1).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void ratesThatDriftAndSpread_sayNothingOfTheMachine_becauseTheRateIsGiven() {
        Gates gates = gates(Preset.QUICK, 5, (cell, block) -> fork(1 - 0.05 * block, 1));
        assertThat(gates.rulings()).extracting(Ruling::gate).doesNotContain("drift", "spread");
    }
}
