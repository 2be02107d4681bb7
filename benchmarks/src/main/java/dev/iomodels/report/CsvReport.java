package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Metric;
import dev.iomodels.result.NumberId;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import dev.iomodels.stats.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code summary.csv}: a line for each number, with its id, its unit, its interval and the values of the forks. RFC 4180. */
final class CsvReport implements Report {

    @Override
    public void write(RunContents run, Path into) {
        StringBuilder text = new StringBuilder(
                "id,scenario,contender,status,metric,unit,forks,value,low95,high95,footing,fork_values,badge\r\n");
        for (CellNumbers cell : run.cells()) {
            String badge = run.badge(cell).text();
            if (cell.measured().isEmpty())
                text.append(Csv.line(List.of(
                        "", scenario(cell), contender(cell), status(cell), "", "", "0", "", "", "", "", "", badge)));
            else
                for (Metric metric : Metric.values())
                    if (metric.isOf(cell.cell().scenario())) text.append(line(run, cell, badge, metric));
            new PinnedText(run, cell).csv(badge).forEach(text::append);
        }
        AtomicFile.write(into.resolve("summary.csv"), text.toString());
    }

    private static String line(RunContents run, CellNumbers cell, String badge, Metric metric) {
        // What rests on too few samples is not printed, and neither is what it would be made of.
        String values = cell.footing(metric) == Footing.NONE
                ? ""
                : cell.values(metric).stream().map(Csv::number).collect(Collectors.joining(" "));
        Stream<String> what = Stream.of(
                NumberId.of(run.record(), cell.cell(), metric).toString(),
                scenario(cell),
                contender(cell),
                status(cell),
                metric.label(),
                metric.unit(),
                Integer.toString(cell.measured().size()));
        Stream<String> numbers = cell.estimate(metric).map(CsvReport::numbers).orElse(Stream.of("", "", ""));
        return Csv.line(Stream.of(
                        what,
                        numbers,
                        Stream.of(cell.footing(metric).toString().toLowerCase(Locale.ROOT), values, badge))
                .flatMap(part -> part)
                .toList());
    }

    private static Stream<String> numbers(Estimate estimate) {
        boolean mean = estimate.factor().isPresent() && estimate.spread() > 0;
        double factor = estimate.factor().orElse(1);
        return Stream.of(
                Csv.number(estimate.value()),
                mean ? Csv.number(estimate.value() / factor) : "",
                mean ? Csv.number(estimate.value() * factor) : "");
    }

    private static String scenario(CellNumbers cell) {
        return cell.cell().scenario().name();
    }

    private static String contender(CellNumbers cell) {
        return cell.cell().contender().slug();
    }

    private static String status(CellNumbers cell) {
        if (cell.skipped().isPresent()) return "skipped: " + cell.skipped().get();
        if (!cell.saturated().isEmpty()) return SaturatedForks.of(cell);
        if (cell.failed().isEmpty()) return cell.measured().isEmpty() ? "missing" : "measured";
        if (cell.measured().isEmpty())
            return "failed: " + ((ForkResult.Failed) cell.failed().get(0).result()).reason();
        return Numbers.forks(cell.failed().size()) + " failed";
    }
}
