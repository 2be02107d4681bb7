package dev.iomodels.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.OpenRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** A made-up run, of scenario {@code wait} unless another is named, and what the gates say of it. */
record Gated(RunRecord record, List<CellNumbers> cells, Gates gates) {
    static Gated run(
            Path results, Preset preset, int blocks, List<String> models, BiFunction<Cell, Integer, ForkResult> forks) {
        return run(results, MadeUpRun.plan(preset, blocks, "wait", models, MadeUpRun.JDK_17), forks);
    }

    static Gated run(Path results, Plan plan, BiFunction<Cell, Integer, ForkResult> forks) {
        RunDirectory run = MadeUpRun.create(results, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= plan.blocks(); block++) store(run, cell, block, forks.apply(cell, block));
        RunRecord record = run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z");
        List<CellNumbers> cells = plan.cells().stream()
                .map(cell -> new CellNumbers(cell, run.forks(plan, cell)))
                .toList();
        return new Gated(record, cells, Gates.of(record, cells));
    }

    private static void store(RunDirectory run, Cell cell, int block, ForkResult result) {
        if (cell.scenario().open()) OpenRun.store(run, cell, block, result);
        else MadeUpRun.store(run, cell, block, result);
    }

    /** What {@code gate} says, of whatever it is that there is only one of. */
    static Ruling only(Gates gates, Gate gate) {
        List<Ruling> all = gates.rulings().stream()
                .filter(ruling -> ruling.gate().equals(gate.id()))
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
