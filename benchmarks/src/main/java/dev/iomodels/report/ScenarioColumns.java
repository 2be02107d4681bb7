package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import dev.iomodels.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a scenario's table shows of a cell that was measured: what matters where the loop is closed, or open, or of a list. */
final class ScenarioColumns {
    private static final String BASELINE = "raw-selector";

    private final Scenario scenario;
    private final List<CellNumbers> cells;

    ScenarioColumns(Scenario scenario, List<CellNumbers> cells) {
        this.scenario = scenario;
        this.cells = cells;
    }

    /** A column: its header, what stands in it for a cell that was measured, and the id of the metric that this is, if it is one. */
    record Column(String header, Function<CellNumbers, String> text, String metric) {
        Column(String header, Function<CellNumbers, String> text) {
            this(header, text, "");
        }

        static Column of(String header, Metric metric, DoubleFunction<String> form) {
            return new Column(header, cell -> ScenarioColumns.text(cell, metric, form), metric.id());
        }

        /** A table called {@code name} of those of {@code cells} that were measured; empty if none was. */
        static Optional<Table> table(String name, List<Column> columns, List<CellNumbers> cells) {
            List<List<String>> rows = cells.stream()
                    .filter(cell -> !cell.measured().isEmpty())
                    .map(cell -> line(cell.cell().contender().slug(), columns, column -> column.text.apply(cell)))
                    .toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Table(line(name, columns, Column::header), rows, line("", columns, Column::metric)));
        }

        static List<String> line(String first, List<Column> columns, Function<Column, String> text) {
            return Stream.concat(Stream.of(first), columns.stream().map(text)).toList();
        }
    }

    /** From left to right. */
    List<Column> all() {
        List<Column> columns = new ArrayList<>(
                switch (scenario.loop()) {
                    case CLOSED -> closed();
                    case OPEN -> open();
                    case LIST -> list();
                });
        if (scenario.faults().fail()) columns.add(Column.of("as told", Metric.FAILED_AS_TOLD, Numbers::count));
        return columns;
    }

    /** The rate is given, so what differs is how long a page took since it was due, and what it cost. */
    private static List<Column> open() {
        return List.of(
                Column.of("offered/s", Metric.OFFERED, Numbers::plain),
                Column.of("achieved/s", Metric.ACHIEVED, Numbers::plain),
                Column.of("response p50", Metric.RESPONSE_P50, Numbers::time),
                Column.of("p99", Metric.RESPONSE_P99, Numbers::time),
                Column.of("p99.9", Metric.RESPONSE_P999, Numbers::time),
                Column.of("max", Metric.RESPONSE_MAX, Numbers::time),
                Column.of("CPU/page", Metric.CPU_PER_PAGE, Numbers::micros),
                Column.of("B/page", Metric.BYTES_PER_PAGE, Numbers::bytes),
                Column.of("n", Metric.PAGES, Numbers::count),
                Column.of("failed", Metric.FAILURES, Numbers::count));
    }

    /** The time until all pages are there, and what of it could not be helped. */
    private static List<Column> list() {
        return List.of(
                Column.of("list time", Metric.LIST_TIME, Numbers::time),
                new Column("±", ScenarioColumns::interval),
                Column.of("÷ least", Metric.LIST_OVER_LEAST, Numbers::plain),
                new Column("at once", ScenarioColumns::started),
                Column.of("page p50", Metric.PAGE_P50, Numbers::time),
                Column.of("p99", Metric.PAGE_P99, Numbers::time),
                Column.of("max", Metric.PAGE_MAX, Numbers::time),
                Column.of("CPU/page", Metric.CPU_PER_PAGE, Numbers::micros),
                Column.of("B/page", Metric.BYTES_PER_PAGE, Numbers::bytes),
                Column.of("lists", Metric.LISTS, Numbers::count),
                Column.of("n", Metric.PAGES, Numbers::count),
                Column.of("failed", Metric.FAILURES, Numbers::count));
    }

    /** Where nothing waits, CPU time says more than a rate that the stub on the same cores dilutes: it comes first. */
    private List<Column> closed() {
        Column cpu = Column.of("CPU/page", Metric.CPU_PER_PAGE, Numbers::micros);
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("pages/s", Metric.THROUGHPUT, Numbers::plain),
                new Column("±", ScenarioColumns::interval),
                scenario.waits()
                        ? Column.of("ceiling", Metric.CEILING, Numbers::percent)
                        : new Column("×raw", this::againstBaseline)));
        columns.add(scenario.waits() ? columns.size() : 0, cpu);
        columns.addAll(List.of(
                new Column("started", ScenarioColumns::started),
                Column.of("p50", Metric.P50, Numbers::time),
                Column.of("p99", Metric.P99, Numbers::time),
                Column.of("p99.9", Metric.P999, Numbers::time),
                Column.of("max", Metric.MAX, Numbers::time),
                Column.of("turnaround", Metric.TURNAROUND, Numbers::time),
                Column.of("B/page", Metric.BYTES_PER_PAGE, Numbers::bytes),
                Column.of("n", Metric.PAGES, Numbers::count),
                Column.of("failed", Metric.FAILURES, Numbers::count)));
        return columns;
    }

    private static String started(CellNumbers cell) {
        Measured fork = cell.example().orElseThrow();
        return fork.usersStarted() + "/" + fork.usersAsked();
    }

    /** A number, in brackets where it rests on few samples. */
    static String text(CellNumbers cell, Metric metric, DoubleFunction<String> form) {
        return cell.estimate(metric)
                .map(estimate -> form.apply(estimate.value()))
                .map(text -> cell.footing(metric) == Footing.THIN ? "(" + text + ")" : text)
                .orElse(Numbers.NONE);
    }

    private static String interval(CellNumbers cell) {
        Estimate estimate =
                cell.estimate(Metric.ofRecord(cell.cell().scenario())).orElseThrow();
        return estimate.factor().isPresent()
                ? Numbers.percentBeyond(estimate.factor().getAsDouble())
                : "F=" + estimate.forks();
    }

    private String againstBaseline(CellNumbers cell) {
        Optional<Double> baseline = cells.stream()
                .filter(other -> other.cell().contender().model().equals(BASELINE)
                        && !other.cell().contender().control()
                        && other.cell()
                                .contender()
                                .jdk()
                                .equals(cell.cell().contender().jdk()))
                .findFirst()
                .flatMap(other -> other.estimate(Metric.THROUGHPUT))
                .map(Estimate::value);
        return baseline.flatMap(of -> cell.estimate(Metric.THROUGHPUT).map(own -> Numbers.plain(own.value() / of)))
                .orElse(Numbers.NONE);
    }
}
