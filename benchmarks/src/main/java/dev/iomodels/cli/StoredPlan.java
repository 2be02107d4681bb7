package dev.iomodels.cli;

import dev.iomodels.fetch.Models;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.run.Pin;
import java.util.function.Function;

/** A plan that was made before, perhaps elsewhere: what its options were checked for then has to hold here and today. */
final class StoredPlan {
    private StoredPlan() {}

    /** Lets it pass if its models are known and its processors are to be had. @throws BadInput naming {@code run} if not */
    static void check(String run, Plan plan) {
        for (Cell cell : plan.cells())
            check(run + ": the plan's model", cell.contender().model(), Models::named);
        check(run + ": the plan's --client-cpus", plan.terms().clientCpus(), Pin::checked);
        check(run + ": the plan's --stub-cpus", plan.terms().stubCpus(), Pin::checked);
    }

    private static void check(String what, String value, Function<String, ?> check) {
        BadInput.parse(what, value, check);
    }
}
