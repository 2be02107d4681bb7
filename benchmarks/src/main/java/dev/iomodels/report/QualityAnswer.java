package dev.iomodels.report;

import dev.iomodels.result.Light;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.stream.Collectors;

/** What the numbers may be used for, and how far the machine differs from itself. */
final class QualityAnswer {
    private QualityAnswer() {}

    /** Which gates warn, and of how many cells; or that there is nothing to warn of yet. */
    static String gates(RunContents run) {
        List<CellNumbers> measured =
                run.cells().stream().filter(cell -> !cell.measured().isEmpty()).toList();
        if (measured.isEmpty()) return "Nothing has been measured.";
        return "Of " + measured.size() + " cells that were measured, " + warned(run, measured, Light.RED, "a red gate")
                + " and " + warned(run, measured, Light.AMBER, "an amber one") + ".";
    }

    private static String warned(RunContents run, List<CellNumbers> cells, Light light, String what) {
        List<List<String>> gates = cells.stream()
                .map(cell -> run.gates().ids(cell.cell(), light))
                .filter(ids -> !ids.isEmpty())
                .toList();
        if (gates.isEmpty()) return "none has " + what;
        return gates.size() + (gates.size() == 1 ? " has " : " have ") + what + " ("
                + gates.stream().flatMap(List::stream).distinct().collect(Collectors.joining(", ")) + ")";
    }

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
