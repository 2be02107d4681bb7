package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.report.ScenarioColumns.Column;
import dev.iomodels.result.Metric;
import java.util.List;
import java.util.Optional;

/** What the models and their queues added to the delays of a scenario's pages, as a small table below the large one. */
final class AddedTable {
    private static final List<Metric> SERVICE = List.of(Metric.ADDED_P50, Metric.ADDED_P99, Metric.ADDED_P999);
    private static final List<Metric> PAGE =
            List.of(Metric.PAGE_ADDED_P50, Metric.PAGE_ADDED_P99, Metric.PAGE_ADDED_P999);
    private static final List<Metric> RESPONSE =
            List.of(Metric.RESPONSE_ADDED_P50, Metric.RESPONSE_ADDED_P99, Metric.RESPONSE_ADDED_P999);

    private AddedTable() {}

    /** The table; empty where nothing was measured, or nothing is held back: there every latency is added latency. */
    static Optional<Table> of(RunContents run, Scenario scenario) {
        if (!scenario.waits()) return Optional.empty();
        List<Metric> metrics = switch (scenario.loop()) {
            case CLOSED -> SERVICE;
            case OPEN -> RESPONSE;
            case LIST -> PAGE;
        };
        List<Column> columns = metrics.stream()
                .map(metric -> Column.of(metric.label(), metric, Numbers::time))
                .toList();
        return Column.table("added latency", columns, run.of(scenario));
    }
}
