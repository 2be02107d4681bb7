package dev.iomodels;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.SearchPath.Outcome;
import dev.iomodels.plan.Target;
import dev.iomodels.plan.Terms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Searches for capacities that are known. */
public final class Searching {
    public static final Search SEARCH = new Search(Target.parse("p99=300ms"), 100, 20_000, 0.05);

    /** One whose forks have few pages, for those that are stored. */
    public static final Search SLOW = new Search(Target.parse("p99=300ms"), 100, 2_000, 0.05);

    private Searching() {}

    public static Plan plan(Search search, long seed, int blocks, String... models) {
        return plan(Preset.QUICK, search, seed, blocks, models);
    }

    public static Plan plan(Preset preset, Search search, long seed, int blocks, String... models) {
        Scenario template = search.template("capacity", Scenarios.parse("tail").get(0));
        return Planner.plan(
                        preset,
                        seed,
                        blocks,
                        List.of(template),
                        List.of(models),
                        List.of(MadeUpRun.JDK_25),
                        Terms.with(MadeUpRun.JDK_25))
                .searching(search);
    }

    public static double rate(Plan.Fork fork) {
        return ((Load.Open) fork.cell().scenario().load()).ratePerSecond();
    }

    /** Keeps the target up to so many pages/s, as {@code capacity} has it of each fork. */
    public static Function<Plan.Fork, Optional<Outcome>> system(ToDoubleFunction<Plan.Fork> capacity) {
        return fork -> Optional.of(rate(fork) <= capacity.applyAsDouble(fork) ? Outcome.KEPT : Outcome.MISSED);
    }
}
