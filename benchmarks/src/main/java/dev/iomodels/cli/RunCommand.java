package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.run.FlagCheck;
import dev.iomodels.run.Preflight;
import dev.iomodels.run.Run;
import dev.iomodels.trial.ParentWatch;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        check(asked.plan(), results);
        PlanText.print(asked.plan(), asked.why(), out);
        if (dryRun) return 0;
        return Measuring.measure(new Run(asked.plan(), results, command())::carryOut, out);
    }

    /** What would end a run of {@code plan} half-way. @throws BadInput saying what to change */
    static void check(Plan plan, Path results) {
        checkResults(results);
        List<String> lacks = Preflight.here().lacks(plan);
        if (!lacks.isEmpty()) throw new BadInput(String.join("\n", lacks));
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
