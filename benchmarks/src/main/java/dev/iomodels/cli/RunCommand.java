package dev.iomodels.cli;

import dev.iomodels.result.Finding;
import dev.iomodels.run.Run;
import java.io.PrintWriter;
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

    @Mixin
    private MeasuringOptions measuring;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            defaultValue = "",
            description = "goes on with a run that was interrupted: its directory, or its name below --results")
    private String resume;

    @Override
    public Integer call() {
        measuring.watchParent();
        if (!resume.isBlank()) return Resuming.resume(resume, measuring, spec);
        PrintWriter out = spec.commandLine().getOut();
        PlanOptions.Asked asked = planOptions.asked();
        List<Finding> findings = Beforehand.check(asked.plan(), measuring.results());
        PlanText.print(asked.plan(), asked.why(), out);
        asked.known().passedOver().forEach(jdk -> out.println("Passed over: " + jdk));
        DoctorCommand.print(findings, false, out);
        if (measuring.dryRun()) return 0;
        return Measuring.measure(new Run(asked.plan(), measuring.results(), command())::carryOut, out);
    }

    private List<String> command() {
        return spec.commandLine().getParseResult().originalArgs();
    }
}
