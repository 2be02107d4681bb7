package dev.iomodels.cli;

import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.report.TextReport;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.run.Progress;
import dev.iomodels.run.Resumption;
import dev.iomodels.run.RunLock;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;

/** What every command does that measures: shows how it goes on, then writes the reports and prints the tables. */
final class Measuring {
    private Measuring() {}

    /** Does what {@code run} does. @return the exit status: failed if a fork has */
    static int measure(Function<Progress, RunDirectory> run, PrintWriter out) {
        return report(carryOut(run, out), out);
    }

    /** Writes the reports of what was measured, and prints the tables. @return the exit status: failed if a fork has */
    static int report(RunDirectory directory, PrintWriter out) {
        RunContents contents = RunContents.of(directory);
        write(contents);
        out.println();
        out.print(TextReport.of(contents));
        out.println("Written to " + contents.directory().path() + " ["
                + contents.badge().text() + "]");
        out.flush();
        return contents.failed() ? Main.FAILED : 0;
    }

    private static void write(RunContents contents) {
        try {
            Report.writeAll(contents);
        } catch (UncheckedIOException e) {
            Path run = contents.directory().path();
            throw new UncheckedIOException(
                    e.getMessage() + "; what was measured is stored; make its reports again with: report " + run,
                    e.getCause());
        }
    }

    private static RunDirectory carryOut(Function<Progress, RunDirectory> run, PrintWriter out) {
        try (Progress progress = ConsoleProgress.on(out)) {
            return run.apply(progress);
        } catch (RunLock.Taken | Resumption.Refused e) {
            throw new BadInput(e.getMessage());
        }
    }
}
