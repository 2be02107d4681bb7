package dev.iomodels.cli;

import dev.iomodels.fetch.OwnModels;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.OwnCode;
import dev.iomodels.plan.Plan;
import dev.iomodels.run.Pin;
import java.nio.file.Path;
import java.util.function.Function;

/** A plan that was made before, perhaps elsewhere: what its options were checked for then has to hold here and today. */
final class StoredPlan {
    private StoredPlan() {}

    /** Lets it pass if its models are known and its processors are to be had. @throws BadInput naming {@code run} if not */
    static void check(String run, Plan plan) {
        String classpath = run + ": the plan's --classpath";
        plan.terms().classpath().forEach(code -> check(classpath, code.path(), path -> OwnCode.at(Path.of(path))));
        try (OwnModels models = OwnCodeOption.models(plan.terms().classpath())) {
            for (Cell cell : plan.cells())
                check(run + ": the plan's model", cell.contender().model(), models::named);
        } catch (IllegalArgumentException e) {
            throw new BadInput(classpath + " " + e.getMessage());
        }
        check(run + ": the plan's --client-cpus", plan.terms().clientCpus(), Pin::checked);
        check(run + ": the plan's --stub-cpus", plan.terms().stubCpus(), Pin::checked);
    }

    private static void check(String what, String value, Function<String, ?> check) {
        BadInput.parse(what, value, check);
    }
}
