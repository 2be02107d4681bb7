package dev.iomodels.cli;

import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.report.TextReport;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: makes a run's reports again, from its raw files. */
@Command(
        name = "report",
        description = "Makes the reports of a run again, from its raw files, and prints its tables.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "a run's directory, such as results/2026-11-22T150300Z-quick")
    private String run;

    @Override
    public Integer call() {
        RunContents contents = read();
        Report.writeAll(contents);
        spec.commandLine().getOut().print(TextReport.of(contents));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private RunContents read() {
        RunDirectory directory = RunArgument.open("RUN", run, RunArgument.RESULTS);
        try {
            return RunContents.of(directory);
        } catch (Unreadable e) {
            throw RunArgument.unreadable("RUN", run, e);
        }
    }
}
