package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with what belongs to it.
 *
 * @param title what it shows, in a line
 * @param more smaller tables below it
 * @param notes for below them, each in a line
 * @param cells whose limits belong to it
 */
record Section(String title, Table table, List<Table> more, List<String> notes, List<CellNumbers> cells) {

    /** Those of {@code run}: one for each scenario, or what a search has found. */
    static List<Section> of(RunContents run) {
        if (run.record().plan().search().isPresent()) return new CapacityTable(run).sections();
        return run.record().plan().scenarios().stream()
                .map(scenario -> of(run, scenario))
                .toList();
    }

    private static Section of(RunContents run, Scenario scenario) {
        ScenarioTable table = new ScenarioTable(run, scenario);
        CostTable cost = new CostTable(run, scenario);
        List<Table> more = new ArrayList<>();
        AddedTable.of(run, scenario).ifPresent(more::add);
        ScheduleTable.of(run, scenario).ifPresent(more::add);
        if (!cost.isEmpty()) more.add(cost.table());
        List<String> notes = new ArrayList<>(cost.notes());
        notes.addAll(new ScenarioNotes(run, scenario).lines());
        return new Section(table.title(), table.table(), more, notes, run.of(scenario));
    }
}
