package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.report.TextReport;
import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.run.Doctor;
import dev.iomodels.run.FlagCheck;
import dev.iomodels.run.Progress;
import dev.iomodels.run.Run;
import dev.iomodels.run.RunLock;
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
        PrintWriter out = spec.commandLine().getOut();
        PlanOptions.Asked asked = planOptions.asked();
        List<Finding> findings = check(asked.plan());
        PlanText.print(asked.plan(), asked.why(), out);
        DoctorCommand.print(findings, false, out);
        if (dryRun) return 0;
        return measure(new Run(asked.plan(), results, command()), out);
    }

    private List<Finding> check(Plan plan) {
        checkResults();
        List<Finding> findings = Doctor.here().look(plan);
        String lacks = findings.stream()
                .filter(finding -> finding.light() == Light.RED)
                .map(Finding::remedy)
                .collect(Collectors.joining("\n"));
        if (!lacks.isEmpty()) throw new BadInput(lacks);
        FlagCheck.complaint(plan).ifPresent(complaint -> {
            throw new BadInput("--jvm-args " + complaint);
        });
        return findings;
    }

    private void checkResults() {
        Path there = results.toAbsolutePath();
        while (!Files.exists(there)) there = there.getParent();
        if (!Files.isDirectory(there) || !Files.isWritable(there))
            throw new BadInput("--results \"" + results + "\": nothing can be written there, because " + there
                    + " is no directory of yours; try --results results");
    }

    private static int measure(Run run, PrintWriter out) {
        RunContents contents = RunContents.of(carryOut(run, out));
        Report.writeAll(contents);
        out.println();
        out.print(TextReport.of(contents));
        out.println("Written to " + contents.directory().path() + " ["
                + contents.badge().text() + "]");
        out.flush();
        return contents.failed() ? Main.FAILED : 0;
    }

    private static RunDirectory carryOut(Run run, PrintWriter out) {
        try (Progress progress = ConsoleProgress.on(out)) {
            return run.carryOut(progress);
        } catch (RunLock.Taken e) {
            throw new BadInput(e.getMessage());
        }
    }

    private List<String> command() {
        return spec.commandLine().getParseResult().originalArgs();
    }
}
