package dev.iomodels.cli;

import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Ladder;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Search;
import dev.iomodels.report.Capacities;
import dev.iomodels.report.Capacities.Row;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.result.Unreadable;
import dev.iomodels.stats.Capacity;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code run --ladder RUN}: all contenders of a capacity run at the same absolute rates, which follow from what it has found. */
final class Ladders {
    /** Options that may be given beside it: the others are what the capacity run had. */
    private static final Set<String> BESIDE = Set.of(
            "--ladder",
            "--preset",
            "--blocks",
            "--seed",
            "--results",
            "--toolchains",
            "--dry-run",
            "--end-with-parent");

    private Ladders() {}

    /** The plan, and what a reader has to know of it, a line each. */
    record Climb(Plan plan, List<String> lines) {}

    /** What follows from the capacity run that {@code text} names; {@code like} has the preset, the seed and the blocks. @throws BadInput if it names none */
    static Climb plan(String text, Path results, Plan like, JdksHere jdks, CommandSpec spec) {
        String others = GivenOptions.beside(spec, BESIDE);
        if (!others.isEmpty())
            throw new BadInput("--ladder measures what its capacity run has searched, on the same terms, so " + others
                    + " cannot be given beside it; leave it out, or search again with it: capacity --slo p99=300ms");
        RunDirectory run = RunArgument.open("--ladder", text, results);
        if (run.record().plan().search().isEmpty())
            throw new BadInput("--ladder \"" + text
                    + "\": a run that has searched no capacities; make one that does with: capacity --slo p99=300ms");
        if (run.record().status() != Status.FINISHED)
            throw new BadInput("--ladder \"" + text + "\": its search is not over; go on with it first: run --resume "
                    + run.path());
        List<Row> rows = rows(text, run);
        double slowest = rows.stream()
                .filter(row -> row.inFlight().orElse(0) > 1)
                .map(Ladders::capacity)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min()
                .orElseThrow(() -> new BadInput("--ladder \"" + text
                        + "\": no capacity is known of a contender with more than one page in flight; search again with a lower"
                        + " rate, such as capacity --min-rate 10/s"));
        Plan found = run.record().plan();
        Ladder ladder = Ladder.of(
                slowest,
                rows.stream()
                        .map(Ladders::capacity)
                        .filter(OptionalDouble::isPresent)
                        .map(OptionalDouble::getAsDouble)
                        .toList(),
                found.search().orElseThrow().resolution());
        Plan plan = ladder.plan(found, contender -> capacity(rows, contender), like);
        return new Climb(jdks.translate(plan), lines(run, rows, ladder));
    }

    private static List<Row> rows(String text, RunDirectory run) {
        try {
            return Capacities.of(run).rows().stream()
                    .filter(row -> !row.contender().contender().control())
                    .toList();
        } catch (Unreadable e) {
            throw RunArgument.unreadable("--ladder", text, e);
        }
    }

    /** The highest rate that it is known to keep, about; empty if none is. */
    private static OptionalDouble capacity(Row row) {
        if (row.capacity() instanceof Capacity.Known known)
            return OptionalDouble.of(known.estimate().value());
        return row.capacity() instanceof Capacity.AtLeast least
                ? OptionalDouble.of(least.rate())
                : OptionalDouble.empty();
    }

    private static OptionalDouble capacity(List<Row> rows, Contender contender) {
        return rows.stream()
                .filter(row -> row.contender().contender().equals(contender))
                .findFirst()
                .map(Ladders::capacity)
                .orElse(OptionalDouble.empty());
    }

    private static List<String> lines(RunDirectory run, List<Row> rows, Ladder ladder) {
        String rates =
                ladder.rates().stream().map(rate -> Search.plain(rate) + "/s").collect(Collectors.joining(", "));
        String none = rows.stream()
                .filter(row -> capacity(row).orElse(0) < ladder.rates().get(0))
                .map(row -> row.contender().contender().slug())
                .collect(Collectors.joining(", "));
        String up = "The ladder of " + run.path() + ": " + rates + "; each contender up to its own capacity";
        return none.isEmpty()
                ? List.of(up)
                : List.of(up, "Not on it, for their capacity is below its lowest rate or not known: " + none);
    }
}
