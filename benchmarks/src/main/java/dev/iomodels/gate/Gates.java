package dev.iomodels.gate;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all gates said of a run, computed from its raw files.
 *
 * @param rulings the run's, then scenario by scenario, and in each, cell by cell and fork by fork
 * @param byPlace the same by {@link Ruling#place}: a large run has a hundred thousand, and every number asks for its own
 */
public record Gates(List<Ruling> rulings, Map<String, List<Ruling>> byPlace) {

    Gates(List<Ruling> rulings) {
        this(List.copyOf(rulings), rulings.stream().collect(Collectors.groupingBy(Ruling::place)));
    }

    /** Asks all gates. */
    public static Gates of(RunRecord record, List<CellNumbers> cells) {
        Plan plan = record.plan();
        List<Ruling> rulings = new ArrayList<>();
        // The kernel is the same for all of a run's forks: what one of them shows holds for those that cannot show it.
        boolean charged =
                cells.stream().flatMap(cell -> facts(plan, cell, false)).anyMatch(Around::chargesInterrupts);
        Drift.read(plan, cells).ifPresent(read -> rulings.add(Ruling.of(WideGate.DRIFT, record.id(), read)));
        for (Scenario scenario : plan.scenarios()) {
            Control.read(scenario, cells, plan.delta())
                    .ifPresent(read -> rulings.add(Ruling.of(WideGate.CONTROL, scenario.name(), read)));
            for (CellNumbers cell : cells)
                if (cell.cell().scenario().equals(scenario)) add(facts(plan, cell, charged), cell, rulings);
        }
        return new Gates(rulings);
    }

    private static Stream<ForkFacts> facts(Plan plan, CellNumbers cell, boolean interruptsCharged) {
        return cell.measured().stream()
                .map(fork -> new ForkFacts(
                        plan,
                        cell.cell(),
                        fork.block(),
                        (Measured) fork.result(),
                        fork.histograms().orElseThrow(),
                        interruptsCharged));
    }

    private static void add(Stream<ForkFacts> forks, CellNumbers cell, List<Ruling> rulings) {
        for (CellGate gate : CellGate.values())
            gate.read(cell)
                    .ifPresent(read -> rulings.add(Ruling.of(gate, cell.cell().path(), read)));
        forks.forEach(fork -> {
            for (ForkGate gate : ForkGate.values())
                gate.read(fork).ifPresent(read -> rulings.add(Ruling.of(gate, fork.path(), read)));
        });
    }

    /** Those that bear on {@code cell}: on its forks, on itself, its scenario and the run. */
    public Stream<Ruling> on(Cell cell) {
        return Stream.of(Ruling.EVERYWHERE, cell.scenario().name(), cell.path())
                .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream());
    }

    /** The names of those that are {@code light}, each once. */
    public List<String> ids(Cell cell, Light light) {
        return on(cell).filter(ruling -> ruling.light() == light)
                .map(Ruling::gate)
                .distinct()
                .toList();
    }

    /** Whether one of those is red. */
    public boolean red(Cell cell) {
        return on(cell).anyMatch(ruling -> ruling.light() == Light.RED);
    }
}
