package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import dev.iomodels.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** One scenario's cells side by side, as a table that fits a screen. */
final class ScenarioTable {
    private static final String BASELINE = "raw-selector";

    private final Scenario scenario;
    private final List<CellNumbers> cells;

    ScenarioTable(Scenario scenario, List<CellNumbers> cells) {
        this.scenario = scenario;
        this.cells = cells;
    }

    /** {@code wait: closed:1000, uniform:50ms..150ms, 1KiB; ceiling 10 000 pages/s}. */
    String title() {
        Optional<Measured> example = cells.stream()
                .map(CellNumbers::example)
                .flatMap(Optional::stream)
                .findFirst();
        String ceiling = example.filter(fork -> fork.meanDelayNanos() > 0)
                .map(fork -> "; ceiling " + Numbers.plain(fork.usersAsked() / fork.meanDelayNanos() * 1e9) + " pages/s")
                .orElse("");
        return scenario.name() + ": " + scenario.conditions() + ceiling;
    }

    Table table() {
        List<String> header = new ArrayList<>(List.of(
                "contender",
                "pages/s",
                "±",
                scenario.waits() ? "ceiling" : "× raw",
                "CPU/page",
                "started",
                "p50",
                "p99",
                "p99.9",
                "max",
                "turnaround",
                "B/page",
                "n",
                "failed"));
        List<List<String>> rows = new ArrayList<>();
        for (CellNumbers cell : cells) rows.add(row(cell));
        return new Table(header, rows);
    }

    private List<String> row(CellNumbers cell) {
        String name = cell.cell().contender().slug();
        if (cell.skipped().isPresent())
            return List.of(name, "skipped: " + cell.skipped().get());
        if (cell.forks().isEmpty()) return List.of(name, "not measured yet");
        if (cell.measured().isEmpty()) return List.of(name, "failed: " + reason(cell));
        Measured fork = cell.example().orElseThrow();
        return List.of(
                name + (cell.failed().isEmpty() ? "" : " (" + cell.failed().size() + " forks failed)"),
                text(cell, Metric.THROUGHPUT, Numbers::plain),
                interval(cell),
                scenario.waits()
                        ? text(cell, Metric.CEILING, value -> Numbers.plain(value) + " %")
                        : againstBaseline(cell),
                text(cell, Metric.CPU_PER_PAGE, value -> Numbers.plain(value) + " µs"),
                fork.usersStarted() + "/" + fork.usersAsked(),
                text(cell, Metric.P50, Numbers::time),
                text(cell, Metric.P99, Numbers::time),
                text(cell, Metric.P999, Numbers::time),
                text(cell, Metric.MAX, Numbers::time),
                text(cell, Metric.TURNAROUND, Numbers::time),
                text(cell, Metric.BYTES_PER_PAGE, Numbers::bytes),
                text(cell, Metric.PAGES, Numbers::count),
                text(cell, Metric.FAILURES, Numbers::count));
    }

    /** A number, in brackets where it rests on few samples. */
    private static String text(CellNumbers cell, Metric metric, DoubleFunction<String> form) {
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

    /** The last lines of the logs of forks that failed, for below the table; empty if none did. */
    List<String> failures() {
        List<String> lines = new ArrayList<>();
        for (CellNumbers cell : cells)
            for (var fork : cell.failed()) {
                ForkResult.Failed failed = (ForkResult.Failed) fork.result();
                lines.add(cell.cell().path() + "/" + fork.block() + " failed: " + failed.reason());
                failed.lastLines().forEach(line -> lines.add("  | " + line));
            }
        return lines;
    }

    private static String reason(CellNumbers cell) {
        return ((ForkResult.Failed) cell.failed().get(0).result()).reason();
    }
}
