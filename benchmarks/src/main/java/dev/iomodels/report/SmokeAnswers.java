package dev.iomodels.report;

import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a smoke run has to say: whether things work. It ranks nobody. */
final class SmokeAnswers {
    private SmokeAnswers() {}

    static List<PageData.Answer> of(RunContents run) {
        Map<String, Long> ends = new TreeMap<>(
                run.cells().stream().collect(Collectors.groupingBy(SmokeAnswers::end, Collectors.counting())));
        return List.of(
                new PageData.Answer(
                        "This is a smoke run: it shows whether everything works, and measures nothing, so nobody is ranked"
                                + " here.",
                        ""),
                new PageData.Answer(
                        "Of " + run.cells().size() + " cells: "
                                + ends.entrySet().stream()
                                        .map(end -> end.getValue() + " " + end.getKey())
                                        .collect(Collectors.joining(", "))
                                + ".",
                        ""),
                new PageData.Answer(
                        "To measure: run --preset quick for a look, standard for a decision, publish for a talk.", ""));
    }

    private static String end(CellNumbers cell) {
        if (cell.skipped().isPresent()) return "skipped";
        if (cell.forks().isEmpty()) return "not run yet";
        if (!cell.failed().isEmpty()) return "with a fork that failed";
        return cell.saturated().isEmpty() ? "fetched their pages" : "saturated, in some fork at least";
    }
}
