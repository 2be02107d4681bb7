package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Finding;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.run.Resumption;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code run --resume RUN}: goes on with a run that was interrupted. Its plan is in its directory, so nothing of it can be asked for. */
final class Resuming {
    /** Options that say nothing about what is measured. */
    private static final Set<String> BESIDE =
            Set.of("--resume", "--results", "--toolchains", "--dry-run", "--end-with-parent");

    private Resuming() {}

    /** Goes on. @return the exit status */
    static int resume(String run, MeasuringOptions measuring, CommandSpec spec) {
        refuseOthers(spec);
        PrintWriter out = spec.commandLine().getOut();
        RunDirectory directory = RunArgument.open("--resume", run, measuring.results());
        Resumption resumption = check(directory);
        int all = resumption.plan().forks().size();
        List<Plan.Fork> missing = resumption.missing();
        if (resumption.finished()) {
            out.println(directory.path() + " is finished: all " + all + " forks are done");
            return measuring.dryRun() ? 0 : Measuring.report(resumption.closed(), out);
        }
        if (!Files.isWritable(directory.path()))
            throw new BadInput(
                    "--resume \"" + run + "\": nothing can be written there, so it cannot go on; give it back its"
                            + " permissions, or copy it to where you may write");
        StoredPlan.check("--resume \"" + run + "\"", resumption.plan());
        List<Finding> findings = Beforehand.check(resumption.plan());
        out.println("Going on with " + directory.path() + ": " + (all - missing.size()) + " of " + all
                + " forks are done, the others take about "
                + PlanText.minutes(resumption.plan().estimate(missing)));
        DoctorCommand.print(findings, false, out);
        return measuring.dryRun() ? 0 : Measuring.measure(resumption::carryOut, out);
    }

    private static Resumption check(RunDirectory directory) {
        try {
            return Resumption.of(directory);
        } catch (Resumption.Refused e) {
            throw new BadInput(e.getMessage());
        }
    }

    private static void refuseOthers(CommandSpec spec) {
        String others = spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !BESIDE.contains(option.longestName()))
                .filter(Resuming::given)
                .map(OptionSpec::longestName)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty())
            throw new BadInput("--resume goes on with the plan that the run began with, so " + others
                    + " cannot be given beside it; leave it out, or begin a new run without --resume");
    }

    /** Options without a text in them, as Maven passes those that nobody gave, were not given. */
    private static boolean given(ArgSpec option) {
        return option.stringValues().stream().anyMatch(text -> !text.isBlank());
    }
}
