package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code summary.csv}: a line for each number, with its unit, its interval and the values of the forks. RFC 4180. */
final class CsvReport implements Report {

    @Override
    public void write(RunContents run) {
        StringBuilder text = new StringBuilder(
                "scenario,contender,status,metric,unit,forks,value,low95,high95,footing,fork_values\r\n");
        for (CellNumbers cell : run.cells()) {
            if (cell.measured().isEmpty())
                text.append(
                        line(List.of(scenario(cell), contender(cell), status(cell), "", "", "0", "", "", "", "", "")));
            else for (Metric metric : Metric.values()) text.append(line(cell, metric));
        }
        AtomicFile.write(run.directory().path().resolve("summary.csv"), text.toString());
    }

    private static String line(CellNumbers cell, Metric metric) {
        String values = cell.values(metric).stream().map(CsvReport::number).collect(Collectors.joining(" "));
        Stream<String> what = Stream.of(
                scenario(cell),
                contender(cell),
                status(cell),
                metric.label(),
                metric.unit(),
                Integer.toString(cell.measured().size()));
        Stream<String> numbers = cell.estimate(metric).map(CsvReport::numbers).orElse(Stream.of("", "", ""));
        return line(Stream.of(
                        what, numbers, Stream.of(cell.footing(metric).toString().toLowerCase(Locale.ROOT), values))
                .flatMap(part -> part)
                .toList());
    }

    private static Stream<String> numbers(Estimate estimate) {
        boolean mean = estimate.factor().isPresent() && estimate.spread() > 0;
        double factor = estimate.factor().orElse(1);
        return Stream.of(
                number(estimate.value()),
                mean ? number(estimate.value() / factor) : "",
                mean ? number(estimate.value() * factor) : "");
    }

    private static String scenario(CellNumbers cell) {
        return cell.cell().scenario().name();
    }

    private static String contender(CellNumbers cell) {
        return cell.cell().contender().slug();
    }

    private static String status(CellNumbers cell) {
        if (cell.skipped().isPresent()) return "skipped: " + cell.skipped().get();
        if (cell.failed().isEmpty()) return cell.measured().isEmpty() ? "missing" : "measured";
        if (cell.measured().isEmpty())
            return "failed: " + ((ForkResult.Failed) cell.failed().get(0).result()).reason();
        return cell.failed().size() + " forks failed";
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    static String line(List<String> fields) {
        return fields.stream().map(CsvReport::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
