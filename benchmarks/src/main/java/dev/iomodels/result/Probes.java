package dev.iomodels.result;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.SearchPath;
import dev.iomodels.plan.SearchPath.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forks of a search that are in a run directory, and what follows from them. Each is read once. Confined to one thread. */
public final class Probes {
    private final RunDirectory directory;
    private final Plan plan;
    private final Map<String, Probe> read = new HashMap<>();

    /** Those of {@code plan}, which is a search, in {@code directory}. */
    public Probes(RunDirectory directory, Plan plan) {
        this.directory = directory;
        this.plan = plan;
    }

    /** How far the search has come. @throws Unreadable naming a file that cannot be read */
    public SearchPath path() {
        return SearchPath.of(plan, fork -> probe(fork).map(Probe::outcome));
    }

    /**
     * The forks that are still to come, about: the first one is certain; those after it if every contender keeps what it
     * kept before, or half of what was tried.
     */
    public List<Plan.Fork> expected() {
        SearchPath now = path();
        if (now.next().isEmpty()) return List.of();
        Map<String, Double> capacities = new HashMap<>();
        for (SearchPath.Found found : now.found())
            found.kept()
                    .ifPresent(
                            rate -> capacities.put(found.contender().contender().slug(), rate));
        List<Double> rates = plan.search().orElseThrow().rates();
        double middle = rates.get(rates.size() / 2);
        List<Plan.Fork> all = SearchPath.of(
                        plan,
                        fork -> probe(fork)
                                .map(Probe::outcome)
                                .or(() -> Optional.of(
                                        Probe.rate(fork.cell().scenario())
                                                        <= capacities.getOrDefault(
                                                                fork.cell()
                                                                        .contender()
                                                                        .slug(),
                                                                middle)
                                                ? Outcome.KEPT
                                                : Outcome.MISSED)))
                .done();
        return all.stream().filter(fork -> probe(fork).isEmpty()).toList();
    }

    /** All that are done, in the order in which they were asked for. */
    public List<Probe> done() {
        return path().done().stream().map(fork -> probe(fork).orElseThrow()).toList();
    }

    private Optional<Probe> probe(Plan.Fork fork) {
        Probe before = read.get(fork.path());
        if (before != null) return Optional.of(before);
        ForkFiles files = directory.files(fork.cell(), fork.block());
        if (!files.done()) return Optional.empty();
        Probe probe = Probe.of(
                plan.search().orElseThrow().target(),
                fork,
                RunDirectory.StoredFork.read(fork.block(), fork.cell(), files));
        read.put(fork.path(), probe);
        return Optional.of(probe);
    }

    /**
     * The plan with the cells that the search has come to in the place of one for each contender: by rate, and at each rate
     * as the plan has them. Not every one of them has a fork in every block.
     */
    public Plan unfolded() {
        List<String> contenders =
                plan.cells().stream().map(cell -> cell.contender().slug()).toList();
        List<Cell> cells = new ArrayList<>(path().done().stream()
                .map(Plan.Fork::cell)
                .distinct()
                .sorted(Comparator.comparingDouble((Cell cell) -> Probe.rate(cell.scenario()))
                        .thenComparingInt(
                                cell -> contenders.indexOf(cell.contender().slug())))
                .toList());
        return plan.of(cells);
    }

    /** The forks that {@code directory} must have: all of a plan, or those that its search has asked for so far, and the next. */
    public static List<Plan.Fork> forks(RunDirectory directory, Plan plan) {
        if (plan.search().isEmpty()) return plan.forks();
        SearchPath path = new Probes(directory, plan).path();
        List<Plan.Fork> forks = new ArrayList<>(path.done());
        path.next().ifPresent(forks::add);
        return forks;
    }
}
