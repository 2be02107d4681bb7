package dev.iomodels.report;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;
import dev.iomodels.result.NumberId;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.CellNumbers.Footing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contenders of one scenario on one JDK by one metric, the best first, in a sentence that leaves out nobody and nothing that speaks against a number. */
final class RankedAnswer {
    private static final int NAMED = 6;
    private static final char NO_BREAK = '\u00a0';

    private RankedAnswer() {}

    /** {@code wait (closed:1000, …) on JDK 25, rate: raw-selector: 9 981 pages/s [9 970, 9 992], …}; empty if nobody has the number. */
    static Optional<PageData.Answer> of(RunContents run, Scenario scenario, Jdk jdk, Metric metric) {
        List<CellNumbers> all = run.of(scenario).stream()
                .filter(cell -> Baseline.isJudged(cell.cell().contender()))
                .filter(cell -> cell.cell().contender().jdk().equals(jdk))
                .filter(cell -> cell.skipped().isEmpty())
                .toList();
        Comparator<CellNumbers> byValue = Comparator.comparingDouble(
                cell -> cell.estimate(metric).orElseThrow().value());
        List<CellNumbers> told = all.stream()
                .filter(cell -> told(cell, metric))
                .sorted(metric == Metric.THROUGHPUT ? byValue.reversed() : byValue)
                .toList();
        if (told.isEmpty()) return Optional.empty();
        String named = told.stream()
                .limit(NAMED)
                .map(cell -> cell.cell().contender().name() + ": " + number(run, cell, metric))
                .collect(Collectors.joining(", "));
        String not = all.stream()
                .filter(cell -> !told(cell, metric))
                .map(cell -> cell.cell().contender().name() + " (" + why(cell) + ")")
                .collect(Collectors.joining(", "));
        int left = told.size() - NAMED;
        return Optional.of(new PageData.Answer(
                scenario.name() + " (" + scenario.conditions() + ") on JDK " + jdk.label() + ", " + what(metric) + ": "
                        + named + (left > 0 ? " and " + left + " more" : "")
                        + (not.isEmpty() ? "" : "; not told: " + not)
                        + ".",
                NumberId.of(run.record(), told.get(0).cell(), metric).toString()));
    }

    private static boolean told(CellNumbers cell, Metric metric) {
        return cell.estimate(metric).isPresent() && cell.footing(metric) == Footing.SOUND;
    }

    private static String number(RunContents run, CellNumbers cell, Metric metric) {
        boolean bound = cell.stubBound() && metric == Metric.THROUGHPUT;
        String forks = cell.measured().size() == cell.forks().size()
                ? ""
                : " (" + cell.measured().size() + " of "
                        + Numbers.forks(cell.forks().size()) + ")";
        return (bound ? "≥ " : "")
                + Quantity.of(metric, cell.estimate(metric).orElseThrow())
                        .brief()
                        .replace(' ', NO_BREAK)
                + forks
                + (run.gates().red(cell.cell()) ? " (not citable: a gate is red)" : "");
    }

    private static String why(CellNumbers cell) {
        if (cell.forks().isEmpty()) return "not measured yet";
        if (!cell.measured().isEmpty()) return "too few pages";
        return cell.saturated().isEmpty() ? "failed" : SaturatedForks.of(cell);
    }

    private static String what(Metric metric) {
        return switch (metric) {
            case CPU_PER_PAGE -> "CPU time of a page";
            case LIST_TIME -> "time of a list";
            case RESPONSE_P99 -> "response time, p99";
            default -> "rate";
        };
    }
}
