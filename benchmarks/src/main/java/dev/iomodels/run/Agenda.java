package dev.iomodels.run;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Probes;
import dev.iomodels.result.RunDirectory;
import java.util.List;

/** The forks that a run has still to measure: those of its plan, or those that its search asks for. Confined to one thread. */
final class Agenda {
    private final Plan plan;
    private final RunDirectory directory;
    private final Probes probes;

    Agenda(Plan plan, RunDirectory directory) {
        this.plan = plan;
        this.directory = directory;
        this.probes = new Probes(directory, plan);
    }

    /** In their order, as of now. Of a search the first is certain; which ones follow depends on what comes out of it. */
    List<Plan.Fork> left() {
        if (plan.search().isPresent()) return probes.expected();
        return plan.forks().stream()
                .filter(fork -> !directory.files(fork.cell(), fork.block()).done())
                .toList();
    }

    /** How many forks there are with those that are done, as of now; of a search about. */
    int all(List<Plan.Fork> left) {
        return plan.search().isPresent()
                ? probes.done().size() + left.size()
                : plan.forks().size();
    }

    /** The place of {@code fork}, the first of those that are {@code left}, among all, counted from 1. */
    int number(Plan.Fork fork) {
        return plan.search().isPresent()
                ? probes.done().size() + 1
                : plan.forks().indexOf(fork) + 1;
    }
}
