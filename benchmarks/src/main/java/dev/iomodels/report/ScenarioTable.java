package dev.iomodels.report;

import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.gate.Ruling;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import dev.iomodels.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** One scenario's cells side by side, as a table that fits a screen. */
final class ScenarioTable {
    private static final String BASELINE = "raw-selector";
    /** How long a remark in a row may be, in characters. */
    private static final int REMARK = 100;

    private final RunContents run;
    private final Scenario scenario;
    private final List<CellNumbers> cells;

    ScenarioTable(RunContents run, Scenario scenario) {
        this.run = run;
        this.scenario = scenario;
        this.cells = run.of(scenario);
    }

    /** {@code wait: closed:1000, uniform:50ms..150ms, 1KiB; service times; ceiling 10 000 pages/s}. */
    String title() {
        Optional<Measured> example = cells.stream()
                .map(CellNumbers::example)
                .flatMap(Optional::stream)
                .findFirst();
        if (scenario.open()) return scenario.name() + ": " + scenario.conditions() + "; response times";
        String ceiling = example.filter(fork -> fork.meanDelayNanos() > 0)
                .map(fork -> "; ceiling " + Numbers.plain(fork.usersAsked() / fork.meanDelayNanos() * 1e9) + " pages/s")
                .orElse("");
        return scenario.name() + ": " + scenario.conditions() + "; service times" + agreed() + ceiling;
    }

    /** Over TLS, what the forks agreed on with the stub: one protocol and cipher, or all that there were. */
    private String agreed() {
        if (!run.record().plan().terms().tls()) return "";
        String forks = cells.stream()
                .flatMap(cell -> cell.measured().stream())
                .flatMap(fork -> ((Measured) fork.result()).stub().connections().agreed().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "; " + (forks.isEmpty() ? "TLS" : forks);
    }

    /** A column: its header, and what stands in it for a cell that was measured. */
    private record Column(String header, Function<CellNumbers, String> text) {
        static Column of(String header, Metric metric, DoubleFunction<String> form) {
            return new Column(header, cell -> ScenarioTable.text(cell, metric, form));
        }
    }

    Table table() {
        List<Column> columns = columns();
        List<String> header = Stream.concat(
                        Stream.of("contender"), columns.stream().map(Column::header))
                .toList();
        return new Table(header, cells.stream().map(cell -> row(cell, columns)).toList());
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(scenario.open() ? open() : closed());
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
                Column.of("lateness p99", Metric.LATENESS_P99, Numbers::time),
                new Column("backlog", ScenarioTable::backlog),
                Column.of("pacer", Metric.PACER_CPU, Numbers::percent),
                Column.of("n", Metric.PAGES, Numbers::count),
                Column.of("failed", Metric.FAILURES, Numbers::count));
    }

    /** The most pages in line, and how many were still there at the end. */
    private static String backlog(CellNumbers cell) {
        return text(cell, Metric.BACKLOG_MAX, Numbers::count) + "→" + text(cell, Metric.BACKLOG_END, Numbers::count);
    }

    /** Where nothing waits, CPU time says more than a rate that the stub on the same cores dilutes: it comes first. */
    private List<Column> closed() {
        Column cpu = Column.of("CPU/page", Metric.CPU_PER_PAGE, Numbers::micros);
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("pages/s", Metric.THROUGHPUT, Numbers::plain),
                new Column("±", ScenarioTable::interval),
                scenario.waits()
                        ? Column.of("ceiling", Metric.CEILING, Numbers::percent)
                        : new Column("×raw", this::againstBaseline)));
        columns.add(scenario.waits() ? columns.size() : 0, cpu);
        columns.addAll(List.of(
                new Column("started", ScenarioTable::started),
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

    private List<String> row(CellNumbers cell, List<Column> columns) {
        String name = cell.cell().contender().slug();
        if (cell.skipped().isPresent())
            return List.of(name, "skipped: " + cell.skipped().get());
        if (cell.forks().isEmpty()) return List.of(name, "not measured yet");
        if (cell.measured().isEmpty() && !cell.saturated().isEmpty()) return List.of(name, SaturatedForks.of(cell));
        if (cell.measured().isEmpty()) return List.of(name, "failed: " + reason(cell));
        String some = (cell.failed().isEmpty() ? "" : " ✗" + cell.failed().size())
                + (cell.saturated().isEmpty() ? "" : " ≈" + cell.saturated().size());
        String red = run.gates().red(cell.cell()) ? " !" : "";
        return Stream.concat(
                        Stream.of(name + some + red),
                        columns.stream().map(column -> column.text().apply(cell)))
                .toList();
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
        Estimate estimate = cell.estimate(Metric.THROUGHPUT).orElseThrow();
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

    /** What a reader has to know of single cells, for below the table: failed pages by kind, failed forks, gates. */
    List<String> notes() {
        List<String> lines = new ArrayList<>();
        for (CellNumbers cell : cells) {
            String name = cell.cell().contender().slug();
            for (StoredFork fork : cell.forks())
                if (fork.result() instanceof ForkResult.Saturated saturated)
                    lines.add(cell.cell().path() + "/" + fork.block() + " saturated, " + SaturatedForks.why(saturated));
            cell.failedPages().ifPresent(kinds -> lines.add(name + ": failed pages by kind: " + kinds));
            cell.failedAsTold()
                    .ifPresent(
                            kinds -> lines.add(name + ": failed as told by kind: " + kinds + took(cell.failedTimes())));
            for (StoredFork fork : cell.failed()) {
                ForkResult.Failed failed = (ForkResult.Failed) fork.result();
                lines.add(cell.cell().path() + "/" + fork.block() + " failed: " + failed.reason());
                failed.lastLines().forEach(line -> lines.add("  | " + line));
            }
        }
        lines.addAll(new GateLines(run, this::isOfThis).lines());
        return lines;
    }

    private static String took(Histogram failed) {
        return ", heard after " + Numbers.time(failed.getValueAtPercentile(50)) + " (p50), "
                + Numbers.time(failed.getMaxValue()) + " (max)";
    }

    private boolean isOfThis(Ruling ruling) {
        return ruling.scope() != Scope.RUN && ruling.subject().split("/")[0].equals(scenario.name());
    }

    /** The reason as far as it fits into the table; the notes have the whole of it. */
    private static String reason(CellNumbers cell) {
        String line = ((ForkResult.Failed) cell.failed().get(0).result())
                .reason()
                .lines()
                .findFirst()
                .orElse("");
        return line.length() <= REMARK ? line : line.substring(0, REMARK - 1) + "…";
    }
}
