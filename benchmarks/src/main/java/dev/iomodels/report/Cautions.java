package dev.iomodels.report;

import dev.iomodels.result.Light;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has to be known of single cells before anything is made of a comparison with them. */
final class Cautions {
    private Cautions() {}

    /** Of the cells that verdicts are given on, and of controls; {@code where} begins each line, and may be empty. */
    static List<String> of(String where, RunContents run) {
        List<CellNumbers> cells = run.cells().stream()
                .filter(cell -> !cell.measured().isEmpty())
                .filter(cell -> cell.cell().contender().control()
                        || Baseline.isJudged(cell.cell().contender()))
                .toList();
        List<String> lines = new ArrayList<>();
        list(cells, cell -> red(run, cell)).ifPresent(list -> lines.add(where + "not citable, a gate is red: " + list));
        list(cells, cell -> cell.stubBound() ? name(cell) : "")
                .ifPresent(list -> lines.add(where
                        + "stub-bound, so their rates are lower bounds, and ratios with them the stub's too: " + list));
        long amber = cells.stream().filter(cell -> isAmber(run, cell)).count();
        if (amber > 0)
            lines.add(where + "a gate is amber on " + amber + " of " + cells.size()
                    + " cells: see summary.md, or report RUN");
        return lines;
    }

    private static Optional<String> list(List<CellNumbers> cells, Function<CellNumbers, String> text) {
        String list = cells.stream().map(text).filter(one -> !one.isEmpty()).collect(Collectors.joining("; "));
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /** {@code wait/selector-1@25 (trend, hiccups)}; empty if nothing is red. */
    private static String red(RunContents run, CellNumbers cell) {
        String gates = String.join(", ", run.gates().ids(cell.cell(), Light.RED));
        return gates.isEmpty() ? "" : name(cell) + " (" + gates + ")";
    }

    private static boolean isAmber(RunContents run, CellNumbers cell) {
        return !run.gates().ids(cell.cell(), Light.AMBER).isEmpty();
    }

    private static String name(CellNumbers cell) {
        return cell.cell().path();
    }
}
