package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;
import dev.iomodels.run.Doctor;
import dev.iomodels.run.FlagCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What would end a run half-way is found before it begins. */
final class Beforehand {
    private Beforehand() {}

    /** What was found for {@code plan} here, where nothing would end its run half-way. @throws BadInput saying what would, and what to change */
    static List<Finding> check(Plan plan, Path results) {
        checkResults(results);
        return check(plan);
    }

    /** The same for a run whose directory is there. */
    static List<Finding> check(Plan plan) {
        List<Finding> findings = Doctor.here().look(plan);
        String lacks = findings.stream()
                .filter(finding -> finding.light() == Light.RED)
                .map(Finding::remedy)
                .collect(Collectors.joining("\n"));
        if (!lacks.isEmpty()) throw new BadInput(lacks);
        checkFlags(plan);
        return findings;
    }

    /** Whether all JDKs of {@code plan} take the flags of its forks. @throws BadInput naming one that does not */
    static void checkFlags(Plan plan) {
        FlagCheck.complaint(plan).ifPresent(complaint -> {
            throw new BadInput("--jvm-args " + complaint);
        });
    }

    /** Whether a run's directory can be made in {@code results}. @throws BadInput if not */
    static void checkResults(Path results) {
        Path there = results.toAbsolutePath();
        while (!Files.exists(there)) there = there.getParent();
        if (!Files.isDirectory(there) || !Files.isWritable(there))
            throw new BadInput("--results \"" + results + "\": nothing can be written there, because " + there
                    + " is no directory of yours; try --results results");
    }
}
