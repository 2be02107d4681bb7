package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;
import dev.iomodels.run.Doctor;
import dev.iomodels.run.FlagCheck;
import dev.iomodels.run.Run;
import dev.iomodels.trial.ParentWatch;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: measures, writes a run directory, and prints its tables. */
@Command(
        name = "run",
        description = "Measures how each IO model does, and writes the results.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PlanOptions planOptions;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "where the run's directory is made (default: results)")
    private Path results;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            defaultValue = "",
            description = "goes on with a run that was interrupted: its directory, or its name below --results")
    private String resume;

    @Option(names = "--dry-run", description = "prints the plan and measures nothing")
    private boolean dryRun;

    @Option(names = "--end-with-parent", hidden = true, description = "ends when the process that started it has died")
    private boolean endWithParent;

    @Override
    public Integer call() {
        if (endWithParent)
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> ParentWatch.whenDead(parent, () -> System.exit(Main.FAILED)));
        if (!resume.isBlank()) return Resuming.resume(resume, results, dryRun, spec);
        PrintWriter out = spec.commandLine().getOut();
        PlanOptions.Asked asked = planOptions.asked();
        List<Finding> findings = check(asked.plan(), results);
        PlanText.print(asked.plan(), asked.why(), out);
        asked.known().passedOver().forEach(jdk -> out.println("Passed over: " + jdk));
        DoctorCommand.print(findings, false, out);
        if (dryRun) return 0;
        return Measuring.measure(new Run(asked.plan(), results, command())::carryOut, out);
    }

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

    private List<String> command() {
        return spec.commandLine().getParseResult().originalArgs();
    }
}
