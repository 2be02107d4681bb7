package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.report.ScenarioColumns.Column;
import dev.iomodels.result.Metric;
import java.util.List;
import java.util.Optional;

/** How the harness kept the schedule of an open scenario, as a small table below the large one: the response times rest on it. */
final class ScheduleTable {
    private static final List<Column> COLUMNS = List.of(
            Column.of("lateness p50", Metric.LATENESS_P50, Numbers::time),
            Column.of("p99", Metric.LATENESS_P99, Numbers::time),
            Column.of("max", Metric.LATENESS_MAX, Numbers::time),
            Column.of("backlog", Metric.BACKLOG_MAX, Numbers::count),
            Column.of("at the end", Metric.BACKLOG_END, Numbers::count),
            Column.of("pacer", Metric.PACER_CPU, Numbers::percent));

    private ScheduleTable() {}

    /** The table; empty where the loop is closed, or nothing was measured. */
    static Optional<Table> of(RunContents run, Scenario scenario) {
        return scenario.open() ? Column.table("schedule", COLUMNS, run.of(scenario)) : Optional.empty();
    }
}
