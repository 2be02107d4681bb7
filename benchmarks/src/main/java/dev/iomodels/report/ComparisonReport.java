package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import java.nio.file.Path;

/** {@code comparison.md} and {@code comparison.csv}: what of a run's differences is real. */
final class ComparisonReport implements Report {

    @Override
    public void write(RunContents run, Path into) {
        Comparisons comparisons = Comparisons.within(run, "");
        AtomicFile.write(into.resolve("comparison.md"), ComparisonText.markdown(comparisons));
        AtomicFile.write(into.resolve("comparison.csv"), ComparisonCsv.text(comparisons));
    }
}
