package dev.iomodels.run;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the machine before a run, changes nothing, and says what to change. */
public final class Doctor {
    private final SystemFiles files;
    private final Preflight limits;

    Doctor(SystemFiles files, Preflight limits) {
        this.files = files;
        this.limits = limits;
    }

    /** The doctor of this machine. */
    public static Doctor here() {
        return new Doctor(SystemFiles.here(), Preflight.here());
    }

    /** What was found, with {@code plan} in mind. Red is what would make it fail. */
    public List<Finding> look(Plan plan) {
        return Stream.of(
                        new ProcessorChecks(files).look(),
                        new PlanChecks(files, limits).look(plan),
                        new CompanyChecks(files).look())
                .flatMap(List::stream)
                .toList();
    }
}
