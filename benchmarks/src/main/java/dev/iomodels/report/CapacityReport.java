package dev.iomodels.report;

import dev.iomodels.report.Capacities.Row;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.stats.Capacity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code capacity.csv}, of a search only: a line for each contender, with the id of its capacity. RFC 4180. */
final class CapacityReport implements Report {

    @Override
    public void write(RunContents run, Path into) {
        if (run.record().plan().search().isEmpty()) return;
        Capacities found = Capacities.of(run.directory());
        StringBuilder text = new StringBuilder(
                "id,contender,target,bound,unit,blocks,value,low95,high95,block_values,in_flight,forks,badge\r\n");
        for (Row row : found.rows()) text.append(line(run, found, row));
        AtomicFile.write(into.resolve("capacity.csv"), text.toString());
    }

    private static String line(RunContents run, Capacities found, Row row) {
        Capacity capacity = row.capacity();
        boolean known = capacity instanceof Capacity.Known;
        double factor = capacity instanceof Capacity.Known of ? of.factor().orElse(0) : 0;
        double value = value(capacity);
        return Csv.line(List.of(
                capacity instanceof Capacity.Unknown
                        ? ""
                        : CapacityId.of(run.record(), row.contender()).toString(),
                row.contender().contender().slug(),
                found.plan().search().orElseThrow().target().toString(),
                bound(row),
                "1/s",
                "" + row.blocks().size(),
                value > 0 ? Csv.number(value) : "",
                known && factor > 0 ? Csv.number(value / factor) : "",
                known && factor > 0 ? Csv.number(value * factor) : "",
                capacity instanceof Capacity.Known of
                        ? of.values().stream().map(Csv::number).collect(Collectors.joining(" "))
                        : "",
                row.inFlight().isPresent() ? "" + row.inFlight().getAsInt() : "",
                "" + row.probes().size(),
                CapacityCitation.badge(run, row)));
    }

    private static double value(Capacity capacity) {
        if (capacity instanceof Capacity.Known known) return known.estimate().value();
        if (capacity instanceof Capacity.AtLeast least) return least.rate();
        return capacity instanceof Capacity.Below below ? below.rate() : 0;
    }

    private static String bound(Row row) {
        if (!row.contender().skip().isEmpty())
            return "skipped: " + row.contender().skip();
        if (row.capacity() instanceof Capacity.AtLeast) return "at least";
        if (row.capacity() instanceof Capacity.Below) return "below";
        return row.capacity() instanceof Capacity.Known ? "" : "unknown";
    }
}
