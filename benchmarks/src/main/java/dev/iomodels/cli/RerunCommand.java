package dev.iomodels.cli;

import dev.iomodels.plan.OwnCode;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.Finding;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.run.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rerun}: carries the plan of a run out once more, as a new run. */
@Command(
        name = "rerun",
        description = "Repeats a run's plan, here and today, as a new run.",
        mixinStandardHelpOptions = true)
final class RerunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "a run's directory, such as results/2026-11-22T150300Z-quick")
    private String run;

    @Mixin
    private MeasuringOptions measuring;

    @Option(
            names = "--toolchains",
            paramLabel = "FILE",
            defaultValue = "",
            description =
                    "list of JDKs to look in where the plan's are not here (default: Maven's, ~/.m2/toolchains.xml)")
    private String toolchains;

    @Override
    public Integer call() {
        measuring.watchParent();
        PrintWriter out = spec.commandLine().getOut();
        RunDirectory old = RunArgument.open("RUN", run, measuring.results());
        JdksHere jdks = new JdksHere(InstalledJdks.known(toolchains).all());
        Plan was = planOf(old);
        Plan plan = asToday(jdks.translate(was));
        List<Finding> findings = Beforehand.check(plan, measuring.results());
        out.println("The plan of " + old.path());
        jdks.notes().forEach(out::println);
        otherCode(was, plan).forEach(out::println);
        PlanText.print(plan, "the plan's", out);
        DoctorCommand.print(findings, false, out);
        if (measuring.dryRun()) return 0;
        List<String> command = spec.commandLine().getParseResult().originalArgs();
        return Measuring.measure(new Run(plan, measuring.results(), command)::carryOut, out);
    }

    private static Plan asToday(Plan plan) {
        return plan.on(plan.terms()
                .with(plan.terms().classpath().stream()
                        .map(code -> OwnCode.at(Path.of(code.path())))
                        .toList()));
    }

    /** What is at the same place and has changed, a line for each. */
    private static List<String> otherCode(Plan was, Plan plan) {
        List<OwnCode> old = was.terms().classpath();
        List<OwnCode> now = plan.terms().classpath();
        return IntStream.range(0, old.size())
                .filter(i -> !old.get(i).sha256().equals(now.get(i).sha256()))
                .mapToObj(i -> "own IO models in " + now.get(i).path() + " have changed: SHA-256 was "
                        + old.get(i).sha256() + ", is " + now.get(i).sha256()
                        + "; what is measured now is not the code that was measured then")
                .toList();
    }

    private static Plan planOf(RunDirectory old) {
        RunRecord record = old.record();
        if (!RunRecord.hash(record.plan()).equals(record.planHash()))
            throw new BadInput(old.runJson() + ": its plan was edited after the run had begun; what would be repeated"
                    + " is not what was measured");
        StoredPlan.check("RUN \"" + old.path() + "\"", record.plan());
        Terms terms = record.plan().terms();
        if (!terms.stub().isEmpty())
            BadInput.parse("RUN: the plan's stub", terms.stub(), text -> StubAddress.answering(text, terms.tls()));
        return record.plan();
    }
}
