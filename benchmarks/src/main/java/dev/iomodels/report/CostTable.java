package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a page cost in one scenario, contender by contender, of those that measured anything. */
final class CostTable {
    private static final String UNKNOWN = "n/a";

    private static final List<Column> COLUMNS = List.of(
            Column.of("CPU/page", Metric.CPU_PER_PAGE, Numbers::micros, fork -> true),
            Column.of("pages/CPU-s", Metric.PAGES_PER_CPU_SECOND, Numbers::plain, fork -> true),
            Column.of("B/page", Metric.BYTES_PER_PAGE, Numbers::bytes, CostTable::allocationsKnown),
            Column.of("GC/s", Metric.GC_TIME, ms -> ms == 0 ? "0" : Numbers.time(1e6 * ms), CostTable::noWorkers),
            Column.of("peak", Metric.RESIDENT_PEAK, Numbers::bytes, fork -> false),
            memoryColumn("mem/in flight", Metric.MEMORY_PER_PAGE, Numbers::bytes, "<"),
            memoryColumn("in flight/MB", Metric.IN_FLIGHT_PER_MB, CostTable::pagesPerMegabyte, ">"),
            Column.of("threads", Metric.THREADS, Numbers::count, fork -> false),
            Column.of("connections", Metric.CONNECTIONS, Numbers::count, fork -> false),
            Column.of("+", Metric.CONNECTIONS_MEASURED, Numbers::count, fork -> false),
            Column.of("switches/page", Metric.SWITCHES_PER_PAGE, Numbers::plain, CostTable::switchesKnown));

    private final RunContents run;
    private final List<CellNumbers> cells;

    CostTable(RunContents run, Scenario scenario) {
        this.run = run;
        cells = run.of(scenario).stream()
                .filter(cell -> !cell.measured().isEmpty())
                .toList();
    }

    /** A column: its header, and what stands in it. */
    private record Column(String header, String metric, Function<CellNumbers, String> text) {
        /** @param raw whether a fork that has no such number knows what it would be made of */
        static Column of(String header, Metric metric, DoubleFunction<String> form, Predicate<Measured> raw) {
            return new Column(
                    header,
                    metric.id(),
                    cell -> cell.estimate(metric)
                            .map(estimate -> form.apply(estimate.value()))
                            .orElseGet(() -> forks(cell).allMatch(raw) ? Numbers.NONE : UNKNOWN));
        }
    }

    private static Column memoryColumn(String header, Metric metric, DoubleFunction<String> form, String bound) {
        return new Column(header, metric.id(), cell -> memory(cell, metric, form, bound));
    }

    private static Stream<Measured> forks(CellNumbers cell) {
        return cell.measured().stream().map(fork -> (Measured) fork.result());
    }

    private static boolean allocationsKnown(Measured fork) {
        return fork.measurement().stream().noneMatch(interval -> interval.allocatedBytes() < 0);
    }

    private static boolean noWorkers(Measured fork) {
        return fork.footprint().workerThreads() == 0;
    }

    /** Where it is less than a JVM's memory wavers by, that much is a bound. */
    private static String memory(CellNumbers cell, Metric metric, DoubleFunction<String> form, String bound) {
        Optional<Estimate> estimate = cell.estimate(metric);
        if (estimate.isPresent()) return form.apply(estimate.get().value());
        if (!forks(cell).allMatch(Measured::inFlightSteady)) return Numbers.NONE;
        OptionalDouble most = forks(cell)
                .map(Measured::footprint)
                .mapToDouble(one -> one.heldMoreBytes().isEmpty()
                        ? Double.NaN
                        : (double) Math.max(
                                        Footprint.TOLD_FROM_BYTES,
                                        one.heldMoreBytes().getAsLong())
                                / one.busy().pagesInFlight())
                .max();
        if (most.isEmpty() || Double.isNaN(most.getAsDouble())) return UNKNOWN;
        return bound + form.apply(metric == Metric.MEMORY_PER_PAGE ? most.getAsDouble() : 1e6 / most.getAsDouble());
    }

    private static String pagesPerMegabyte(double pages) {
        return pages < 1 ? Numbers.ratio(pages) : Numbers.plain(pages);
    }

    private static boolean switchesKnown(Measured fork) {
        return fork.footprint().switches().count() >= 0;
    }

    /** Whether there is nothing to show. */
    boolean isEmpty() {
        return cells.isEmpty();
    }

    Table table() {
        List<String> header = new ArrayList<>(List.of("cost"));
        List<String> metrics = new ArrayList<>(List.of(""));
        for (Column column : COLUMNS) {
            header.add(column.header());
            metrics.add(column.metric());
        }
        if (pinned()) {
            header.add("pinned/page");
            metrics.add("");
        }
        return new Table(header, cells.stream().map(this::row).toList(), metrics);
    }

    private List<String> row(CellNumbers cell) {
        List<String> row = new ArrayList<>(List.of(cell.cell().contender().slug()));
        COLUMNS.forEach(column -> row.add(column.text().apply(cell)));
        if (pinned()) row.add(new PinnedText(run, cell).perPage());
        return row;
    }

    private boolean pinned() {
        return cells.stream().anyMatch(cell -> cell.cell().pinned());
    }

    /** What a reader has to know of forks that were to count pinned events, and failed. */
    List<String> notes() {
        return cells.stream()
                .flatMap(cell -> new PinnedText(run, cell).complaint().stream())
                .toList();
    }
}
