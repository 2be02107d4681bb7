package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;

/** {@code comparison.md} and {@code comparison.csv}: what of a run's differences is real. */
final class ComparisonReport implements Report {

    @Override
    public void write(RunContents run) {
        Comparisons comparisons = Comparisons.within(run, "");
        AtomicFile.write(run.directory().path().resolve("comparison.md"), ComparisonText.markdown(comparisons));
        AtomicFile.write(run.directory().path().resolve("comparison.csv"), ComparisonCsv.text(comparisons));
    }
}
