package dev.iomodels.report;

import java.util.List;

/** A view of a run: reads what was measured, writes files of its own into the run's directory. A new one is one file and one line here. */
public interface Report {

    /** Writes it. */
    void write(RunContents run);

    /** All there are. */
    static List<Report> all() {
        return List.of(
                new MarkdownReport(), new CsvReport(), new HgrmReport(), new JmhReport(), new ComparisonReport());
    }
}
