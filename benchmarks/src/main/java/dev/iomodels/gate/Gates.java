package dev.iomodels.gate;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all gates said of a run, computed from its raw files.
 *
 * @param rulings the run's, then scenario by scenario, and in each, cell by cell and fork by fork
 */
public record Gates(List<Ruling> rulings) {

    /** Asks all gates. */
    public static Gates of(RunRecord record, List<CellNumbers> cells) {
        Plan plan = record.plan();
        List<Ruling> rulings = new ArrayList<>();
        Drift.read(plan, cells).ifPresent(read -> rulings.add(Ruling.of(WideGate.DRIFT, record.id(), read)));
        for (Scenario scenario : plan.scenarios()) {
            Control.read(scenario, cells, plan.delta())
                    .ifPresent(read -> rulings.add(Ruling.of(WideGate.CONTROL, scenario.name(), read)));
            for (CellNumbers cell : cells) if (cell.cell().scenario().equals(scenario)) add(plan, cell, rulings);
        }
        return new Gates(List.copyOf(rulings));
    }

    private static void add(Plan plan, CellNumbers cell, List<Ruling> rulings) {
        for (CellGate gate : CellGate.values())
            gate.read(cell)
                    .ifPresent(read -> rulings.add(Ruling.of(gate, cell.cell().path(), read)));
        for (StoredFork fork : cell.measured()) {
            ForkFacts facts = new ForkFacts(
                    plan,
                    cell.cell(),
                    fork.block(),
                    (Measured) fork.result(),
                    fork.histograms().orElseThrow());
            for (ForkGate gate : ForkGate.values())
                gate.read(facts).ifPresent(read -> rulings.add(Ruling.of(gate, facts.path(), read)));
        }
    }

    /** Those that bear on {@code cell}: on its forks, on itself, its scenario and the run. */
    public Stream<Ruling> on(Cell cell) {
        return rulings.stream().filter(ruling -> ruling.bearsOn(cell.path()));
    }

    /** Whether one of those is red. */
    public boolean red(Cell cell) {
        return on(cell).anyMatch(ruling -> ruling.light() == Light.RED);
    }
}
