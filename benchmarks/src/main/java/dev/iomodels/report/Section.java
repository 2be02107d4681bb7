package dev.iomodels.report;

import dev.iomodels.stats.CellNumbers;
import java.util.List;

/**
 * A table with what belongs to it.
 *
 * @param title what it shows, in a line
 * @param notes for below it, each in a line
 * @param cells whose limits belong to it
 */
record Section(String title, Table table, List<String> notes, List<CellNumbers> cells) {

    /** Those of {@code run}: one for each scenario, or what a search has found. */
    static List<Section> of(RunContents run) {
        if (run.record().plan().search().isPresent()) return new CapacityTable(run).sections();
        return run.record().plan().scenarios().stream()
                .map(scenario -> {
                    ScenarioTable table = new ScenarioTable(run, scenario);
                    return new Section(table.title(), table.table(), table.notes(), run.of(scenario));
                })
                .toList();
    }
}
