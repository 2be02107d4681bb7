package dev.iomodels.report;

import dev.iomodels.result.RunRecord.Status;
import java.util.stream.Collectors;

/** What the numbers may be used for, and how far the machine differs from itself. */
final class QualityAnswer {
    private QualityAnswer() {}

    static String of(RunContents run) {
        String badge = run.badge().text();
        String control = Comparisons.within(run, "").families().stream()
                .filter(family -> family.kind() == Compared.Kind.CONTROL)
                .flatMap(family -> family.lines().stream()
                        .flatMap(line -> family.text(line).stream())
                        .map(text -> family.scenario() + ", " + family.words().subject() + ": "
                                + text.replaceFirst("^control: ", "")))
                .limit(3)
                .collect(Collectors.joining("; "));
        return "These numbers are " + badge + " ("
                + Numbers.forks(run.record().plan().blocks()) + " per cell, "
                + Citation.machine(run) + ")"
                + (run.record().status() == Status.FINISHED ? "" : "; the run is not finished")
                + (control.isEmpty() ? "." : ". One contender held against itself: " + control + ".");
    }
}
