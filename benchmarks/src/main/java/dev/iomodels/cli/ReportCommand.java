package dev.iomodels.cli;

import dev.iomodels.report.Chromium;
import dev.iomodels.report.Figures;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.report.TextReport;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private FigureOptions figures;

    @Override
    public Integer call() {
        RunContents contents = read();
        Optional<Chromium> chromium = figures.chromium();
        Report.writeAll(contents);
        PrintWriter out = spec.commandLine().getOut();
        out.print(TextReport.of(contents));
        out.flush();
        chromium.ifPresent(browser -> out.println(figures(contents.directory(), browser)));
        return 0;
    }

    private static String figures(RunDirectory directory, Chromium browser) {
        int number = Figures.write(directory, browser);
        return number + (number == 1 ? " figure" : " figures") + ", each also for a slide: "
                + directory.path().resolve(Figures.DIRECTORY);
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
