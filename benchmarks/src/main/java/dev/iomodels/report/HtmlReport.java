package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import java.nio.file.Path;

/** {@code report.html}: a run to look at, with charts, in one file that opens anywhere. */
public final class HtmlReport implements Report {

    @Override
    public void write(RunContents run, Path into) {
        AtomicFile.write(into.resolve("report.html"), HtmlPage.of(RunPage.of(run)));
    }

    /** The page of two runs. */
    public static String of(RunContents a, RunContents b, Comparisons comparisons) {
        return HtmlPage.of(ComparisonPage.of(a, b, comparisons));
    }
}
