package dev.iomodels.report;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.SearchPath.Found;
import dev.iomodels.plan.SearchPath.State;
import dev.iomodels.report.Capacities.Row;
import dev.iomodels.result.Light;
import dev.iomodels.result.Probe;
import dev.iomodels.stats.Capacity;
import dev.iomodels.stub.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What a search has found, as tables: the capacities, and the forks that they come from. */
final class CapacityTable {
    private final RunContents run;
    private final Capacities found;

    CapacityTable(RunContents run) {
        this.run = run;
        this.found = Capacities.of(run.directory());
    }

    List<Section> sections() {
        return List.of(
                new Section(title(), capacities(), List.of(), notes(), List.of()),
                new Section("the forks of the search, in their order", probes(), List.of(), List.of(), List.of()));
    }

    private String title() {
        Search search = found.plan().search().orElseThrow();
        Scenario scenario = found.plan().scenarios().get(0);
        Load.Open open = (Load.Open) scenario.load();
        return "capacity: the highest rate that keeps " + search.target() + " (response time); "
                + (open.poisson() ? "poisson arrivals" : "evenly spaced arrivals") + ", in flight at the most "
                + open.inFlight() + ", " + (scenario.waits() ? scenario.delay() : "no delay") + ", "
                + Units.bytes(scenario.size()) + "; tried from " + Search.plain(search.lowest()) + "/s to "
                + Search.plain(search.highest()) + "/s";
    }

    private Table capacities() {
        List<String> header = List.of(
                "contender", "capacity", "±", "95 % interval", "blocks", quantile() + " there", "in flight", "forks");
        return new Table(header, found.rows().stream().map(this::row).toList());
    }

    private String quantile() {
        return found.plan().search().orElseThrow().target().quantile();
    }

    private List<String> row(Row row) {
        String name = row.contender().contender().slug();
        if (!row.contender().skip().isEmpty())
            return List.of(name, "skipped: " + row.contender().skip());
        if (row.blocks().isEmpty()) return List.of(name, "not measured yet");
        String some = row.broken() == 0 ? "" : " ✗" + row.broken();
        String red = Capacities.gates(run, row, Light.RED).isEmpty() ? "" : " !";
        String inFlight = row.inFlight().isPresent() ? "" + row.inFlight().getAsInt() : Numbers.NONE;
        return List.of(
                name + some + red,
                value(row.capacity()),
                within(row.capacity()),
                interval(row.capacity()),
                blocks(row),
                there(row),
                inFlight,
                "" + row.probes().size());
    }

    /** {@code 1 020/s}, {@code at least 20 000/s}, {@code below 100/s}. */
    static String value(Capacity capacity) {
        if (capacity instanceof Capacity.Known known)
            return Numbers.plain(known.estimate().value()) + "/s";
        if (capacity instanceof Capacity.AtLeast least) return "at least " + Numbers.plain(least.rate()) + "/s";
        if (capacity instanceof Capacity.Below below) return "below " + Numbers.plain(below.rate()) + "/s";
        return Numbers.NONE;
    }

    private static String within(Capacity capacity) {
        if (!(capacity instanceof Capacity.Known known)) return Numbers.NONE;
        return known.factor().isPresent()
                ? Numbers.percentBeyond(known.factor().getAsDouble())
                : "F=" + known.values().size();
    }

    /** {@code 969/s to 1 071/s}. */
    static String interval(Capacity capacity) {
        if (!(capacity instanceof Capacity.Known known) || known.factor().isEmpty()) return Numbers.NONE;
        double value = known.estimate().value();
        double factor = known.factor().getAsDouble();
        return Numbers.plain(value / factor) + "/s to " + Numbers.plain(value * factor) + "/s";
    }

    /** For each block, the rates between which its capacity lies. */
    private static String blocks(Row row) {
        return row.blocks().stream().map(CapacityTable::block).collect(Collectors.joining(" "));
    }

    /** {@code 991–1040}, {@code <100}, {@code ≥20000}; {@code 356–…} of one that goes on. */
    private static String block(Found block) {
        if (block.state() == State.BROKEN) return "✗";
        String kept = block.kept().isPresent() ? Search.plain(block.kept().getAsDouble()) : "";
        String missed = block.missed().isPresent() ? Search.plain(block.missed().getAsDouble()) : "";
        if (block.state() == State.GOING_ON)
            return (kept.isEmpty() ? "…" : kept) + "–" + (missed.isEmpty() ? "…" : missed) + "?";
        if (kept.isEmpty()) return "<" + missed;
        return missed.isEmpty() ? "≥" + kept : kept + "–" + missed;
    }

    /** The quantile in the forks that kept the target at the highest rate: the longest of them. */
    private static String there(Row row) {
        return row.deciding().stream()
                .map(Probe::quantileNanos)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .boxed()
                .max(Double::compare)
                .map(nanos -> Numbers.time(nanos))
                .orElse(Numbers.NONE);
    }

    private Table probes() {
        List<String> header = List.of("contender", "block", "rate", quantile(), "target");
        List<List<String>> rows = new ArrayList<>();
        for (Row row : found.rows())
            for (Probe probe : row.probes())
                rows.add(List.of(
                        row.contender().contender().slug(),
                        "" + probe.fork().block(),
                        Search.plain(probe.rate()) + "/s",
                        probe.quantileNanos().isPresent()
                                ? Numbers.time(probe.quantileNanos().getAsDouble())
                                : Numbers.NONE,
                        probe.why().isEmpty() ? "kept" : probe.why()));
        return new Table(header, rows);
    }

    private List<String> notes() {
        List<String> lines = new ArrayList<>();
        lines.addAll(Lines.wrapped(
                "capacity: the mean over the blocks of what lies between the highest rate that was kept and the lowest"
                        + " that was missed; ±: 95 % interval between blocks, wider by half a step between rates; none where a"
                        + " bound of the search was reached"));
        lines.addAll(Lines.wrapped("kept: " + quantile() + " within the target; at least 99 % of the rate achieved;"
                + " at most 0.01 % of the pages failed; not saturated. " + quantile()
                + " there: the longest at the highest rates that were kept"));
        lines.addAll(new GateLines(
                        run, ruling -> found.rows().stream().anyMatch(row -> Capacities.bearsOn(ruling, row)))
                .lines());
        return lines;
    }
}
