package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.report.ScenarioColumns.Column;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One scenario's cells side by side, as a table that fits a screen. */
final class ScenarioTable {
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
        if (scenario.list()) return scenario.name() + ": " + scenario.conditions() + "; one list at a time" + agreed();
        if (scenario.open()) return scenario.name() + ": " + scenario.conditions() + "; response times" + agreed();
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

    Table table() {
        List<Column> columns = new ScenarioColumns(scenario, cells).all();
        return new Table(
                Column.line("contender", columns, Column::header),
                cells.stream().map(cell -> row(cell, columns)).toList(),
                Column.line("", columns, Column::metric));
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
