package dev.iomodels.report;

import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.gate.Ruling;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.SearchPath.Found;
import dev.iomodels.plan.SearchPath.Outcome;
import dev.iomodels.plan.SearchPath.State;
import dev.iomodels.result.Light;
import dev.iomodels.result.Probe;
import dev.iomodels.result.Probes;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.stats.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a search has found.
 *
 * @param plan as it was made before the first fork
 * @param rows one for each contender, in the plan's order
 */
public record Capacities(Plan plan, List<Row> rows) {

    /**
     * What it has found of one contender.
     *
     * @param contender its cell in the plan
     * @param blocks those that have begun
     * @param probes its forks, in the order in which they were run
     */
    public record Row(Cell contender, List<Found> blocks, Capacity capacity, List<Probe> probes) {

        /** How many pages it can have in flight at once; empty if no fork came to tell. */
        public OptionalInt inFlight() {
            return probes.stream()
                    .map(Probe::inFlight)
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .orElse(OptionalInt.empty());
        }

        /** How many of its blocks ended with a fork that failed. */
        public long broken() {
            return blocks.stream()
                    .filter(block -> block.state() == State.BROKEN)
                    .count();
        }

        /** The forks on which its capacity rests: of each block the one that kept the target at the highest rate. */
        List<Probe> deciding() {
            return probes.stream()
                    .filter(probe -> probe.outcome() == Outcome.KEPT
                            && blocks.stream()
                                    .anyMatch(block ->
                                            block.block() == probe.fork().block()
                                                    && block.kept().isPresent()
                                                    && block.kept().getAsDouble() == probe.rate()))
                    .toList();
        }
    }

    /** Those of the search in {@code directory}. @throws dev.iomodels.result.Unreadable naming a file that cannot be read */
    public static Capacities of(RunDirectory directory) {
        Plan plan = directory.record().plan();
        Search search = plan.search().orElseThrow();
        Probes probes = new Probes(directory, plan);
        List<Found> found = probes.path().found();
        List<Probe> done = probes.done();
        List<Row> rows = new ArrayList<>();
        for (Cell contender : plan.cells()) {
            List<Found> blocks = found.stream()
                    .filter(one -> one.contender().equals(contender))
                    .toList();
            rows.add(new Row(
                    contender,
                    blocks,
                    Capacity.of(blocks, search.lowest(), search.highest()),
                    done.stream()
                            .filter(probe -> probe.fork().cell().contender().equals(contender.contender()))
                            .toList()));
        }
        return new Capacities(plan, List.copyOf(rows));
    }

    /** Whether {@code ruling} is about a fork on which the capacity of {@code row} rests. */
    static boolean bearsOn(Ruling ruling, Row row) {
        return ruling.scope() == Scope.FORK
                && row.deciding().stream().anyMatch(probe -> probe.fork().path().equals(ruling.subject()));
    }

    /** The gates that are {@code light} in a fork on which the capacity of {@code row} rests, each once. */
    static List<String> gates(RunContents run, Row row, Light light) {
        return run.gates().rulings().stream()
                .filter(ruling -> ruling.light() == light && bearsOn(ruling, row))
                .map(Ruling::gate)
                .distinct()
                .toList();
    }
}
