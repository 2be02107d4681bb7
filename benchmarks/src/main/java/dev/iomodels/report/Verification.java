package dev.iomodels.report;

import dev.iomodels.result.Metric;
import dev.iomodels.result.Mismatch;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Sums;
import dev.iomodels.result.Unreadable;
import dev.iomodels.stats.Capacity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a look at all files of a run has found.
 *
 * @param files how many files there are, figures left out
 * @param figures how many files of figures there are: what a browser makes of a page hangs on its fonts, so nobody can make the same again
 * @param numbers how many numbers with an id were made again from the raw files
 * @param raw where raw files are not what they were, or do not agree with each other
 * @param derived where reports are not what the raw files make of them
 */
public record Verification(int files, int figures, int numbers, List<Mismatch> raw, List<Mismatch> derived) {

    /** Checks the raw files against their sums and each other, and makes everything else again. @throws Unreadable only if the directory cannot be listed */
    public static Verification of(RunDirectory run) {
        List<Mismatch> raw = new ArrayList<>(Sums.check(run));
        RawCheck.of(run).stream().filter(found -> !raw.contains(found)).forEach(raw::add);
        int figures = (int) run.files().stream().filter(Figures::is).count();
        int files = run.files().size() - figures;
        try {
            RunContents contents = RunContents.of(RunDirectory.open(run.path()));
            return new Verification(files, figures, numbers(contents), raw, Remade.compare(contents));
        } catch (RuntimeException e) {
            // Whatever the raw files do to a report, what was found about them is still to be told.
            String why = e instanceof Unreadable || raw.isEmpty() ? said(e) : "the raw files do not fit each other";
            Mismatch none = new Mismatch("reports", "not compared, because they cannot be made again: " + why);
            return new Verification(files, figures, 0, raw, List.of(none));
        }
    }

    private static String said(RuntimeException e) {
        return e instanceof Unreadable ? e.getMessage() : e.toString();
    }

    /** Whether everything is as it has to be. */
    public boolean passed() {
        return raw.isEmpty() && derived.isEmpty();
    }

    private static int numbers(RunContents run) {
        int capacities = run.record().plan().search().isEmpty()
                ? 0
                : (int) Capacities.of(run.directory()).rows().stream()
                        .filter(row -> !(row.capacity() instanceof Capacity.Unknown))
                        .count();
        return capacities
                + (int) run.cells().stream()
                        .flatMap(cell -> Arrays.stream(Metric.values()).map(cell::estimate))
                        .filter(estimate -> estimate.isPresent())
                        .count();
    }
}
