package dev.iomodels.report;

import java.nio.file.Path;
import java.util.List;

/**
 * A view of a run: reads what was measured, writes files of its own. The same raw files give the same bytes, always and
 * everywhere, so that anybody can make them again and compare. A new one is one file and one line here.
 */
public interface Report {

    /** Writes it below the directory {@code into}: the run's own, unless it is only to be compared with that. */
    void write(RunContents run, Path into);

    /** All there are. */
    static List<Report> all() {
        return List.of(
                new MarkdownReport(),
                new CsvReport(),
                new CapacityReport(),
                new HgrmReport(),
                new JmhReport(),
                new ComparisonReport(),
                new GateReport(),
                new HtmlReport());
    }

    /** Writes all there are into the run's own directory. */
    static void writeAll(RunContents run) {
        all().forEach(report -> report.write(run, run.directory().path()));
    }
}
