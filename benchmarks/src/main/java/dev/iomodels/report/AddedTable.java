package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the models and their queues added to the delays of a scenario's pages, as a small table below the large one. */
final class AddedTable {
    private static final List<Metric> SERVICE = List.of(Metric.ADDED_P50, Metric.ADDED_P99, Metric.ADDED_P999);
    private static final List<Metric> RESPONSE =
            List.of(Metric.RESPONSE_ADDED_P50, Metric.RESPONSE_ADDED_P99, Metric.RESPONSE_ADDED_P999);

    private AddedTable() {}

    /** The table; empty where nothing was measured, or nothing is held back: there every latency is added latency. */
    static Optional<Table> of(RunContents run, Scenario scenario) {
        List<Metric> columns = scenario.open() ? RESPONSE : SERVICE;
        List<List<String>> rows = run.of(scenario).stream()
                .filter(cell -> !cell.measured().isEmpty())
                .map(cell -> row(cell, columns))
                .toList();
        if (rows.isEmpty() || !scenario.waits()) return Optional.empty();
        return Optional.of(new Table(line("added latency", columns.stream().map(Metric::label)), rows));
    }

    private static List<String> row(CellNumbers cell, List<Metric> columns) {
        return line(
                cell.cell().contender().slug(),
                columns.stream().map(metric -> ScenarioColumns.text(cell, metric, Numbers::time)));
    }

    private static List<String> line(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }
}
