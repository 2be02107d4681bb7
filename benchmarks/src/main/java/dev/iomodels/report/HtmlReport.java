package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** {@code report.html}: a run to look at, with charts, in one file that opens anywhere. */
public final class HtmlReport implements Report {
    /** No page is larger, if leaving out details of single forks can help it. */
    private static final int MOST_BYTES = 3_000_000;

    @Override
    public void write(RunContents run, Path into) {
        AtomicFile.write(
                into.resolve("report.html"), fitting(List.of(run), detail -> HtmlPage.of(RunPage.of(run, detail))));
    }

    /** The page of two runs. */
    public static String of(RunContents a, RunContents b, Comparisons comparisons) {
        return fitting(List.of(a, b), detail -> HtmlPage.of(ComparisonPage.of(a, b, comparisons, detail)));
    }

    private static String fitting(List<RunContents> runs, Function<Detail, String> page) {
        Detail detail = Detail.of(runs);
        String text = page.apply(detail);
        while (detail != Detail.LEAST && text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            detail = detail.less();
            text = page.apply(detail);
        }
        return text;
    }
}
