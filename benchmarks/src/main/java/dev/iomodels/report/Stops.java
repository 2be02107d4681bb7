package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Light;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each contender stops scaling: the largest load that it kept up with, of those that were measured. */
final class Stops {
    private Stops() {}

    /** For each group of scenarios that differ in their load alone, and each contender that is compared. */
    static List<PageData.Stop> of(RunContents run) {
        // A search asks its own question of each rate.
        if (run.record().plan().search().isPresent()) return List.of();
        Map<String, List<Scenario>> groups = new LinkedHashMap<>();
        for (Scenario scenario : run.record().plan().scenarios())
            if (scenario.open() || scenario.waits() && !scenario.list())
                groups.computeIfAbsent(
                                (scenario.open() ? "open: " : "") + PageScenario.group(scenario),
                                group -> new ArrayList<>())
                        .add(scenario);
        List<PageData.Stop> stops = new ArrayList<>();
        groups.forEach((group, scenarios) -> stops.addAll(of(run, group, scenarios)));
        return stops;
    }

    private static List<PageData.Stop> of(RunContents run, String group, List<Scenario> scenarios) {
        Map<String, List<CellNumbers>> contenders = new LinkedHashMap<>();
        scenarios.stream()
                .sorted(Comparator.comparingDouble(Kept::load))
                .forEach(scenario -> run.of(scenario).stream()
                        .filter(cell -> Baseline.isJudged(cell.cell().contender()))
                        .filter(cell -> Kept.of(run, cell).isPresent())
                        // One pool is of another size in each scenario, and yet what was asked for.
                        .forEach(cell -> contenders
                                .computeIfAbsent(
                                        cell.cell().contender().asked() + "@"
                                                + cell.cell().contender().jdk().label(),
                                        name -> new ArrayList<>())
                                .add(cell)));
        return contenders.entrySet().stream()
                .map(one -> stop(run, group, one.getKey(), one.getValue()))
                .toList();
    }

    private static PageData.Stop stop(RunContents run, String group, String contender, List<CellNumbers> cells) {
        Optional<CellNumbers> kept = Optional.empty();
        Optional<CellNumbers> missed = Optional.empty();
        for (CellNumbers cell : cells)
            if (missed.isEmpty() && Kept.of(run, cell).orElse(false)) kept = Optional.of(cell);
            else if (missed.isEmpty()) missed = Optional.of(cell);
        boolean open = cells.get(0).cell().scenario().open();
        String unit = open ? "pages/s" : "users";
        return new PageData.Stop(
                group,
                cells.get(0).cell().contender().jdk().label(),
                contender,
                cells.get(0).cell().contender().name(),
                text(run, kept, missed),
                kept.map(cell -> Kept.load(cell.cell().scenario())).orElse(null),
                missed.map(cell -> Kept.load(cell.cell().scenario())).orElse(null),
                unit);
    }

    private static String text(RunContents run, Optional<CellNumbers> kept, Optional<CellNumbers> missed) {
        String upTo = kept.map(cell -> "keeps up to " + load(cell) + " (" + share(run, cell) + ")")
                .orElse("keeps up with no load that was measured");
        return upTo
                + missed.map(cell -> "; at " + load(cell) + " " + share(run, cell))
                        .orElse(", the most that was measured");
    }

    /** {@code 19.9 % of the ceiling: 1 990 pages/s [1 985, 1 995]}, and what speaks against it. */
    private static String share(RunContents run, CellNumbers cell) {
        if (cell.measured().isEmpty()) return cell.saturated().isEmpty() ? "failed" : SaturatedForks.of(cell);
        Metric metric = Metric.ofRecord(cell.cell().scenario());
        String rate = cell.estimate(metric)
                .map(estimate -> (cell.stubBound() ? "≥ " : "")
                        + Quantity.of(metric, estimate).brief())
                .orElse(Numbers.NONE);
        String red = String.join(", ", run.gates().ids(cell.cell(), Light.RED));
        return percent(cell)
                + rate
                + (cell.saturated().isEmpty() ? "" : ", in forks that were not " + SaturatedForks.of(cell))
                + (cell.failed().isEmpty() ? "" : ", in forks that did not fail")
                + (red.isEmpty() ? "" : "; not citable, a gate is red: " + red);
    }

    /** Rounded down, so that what is missed by little does not look as if it were kept. */
    private static String percent(CellNumbers cell) {
        double percent = Kept.percent(cell);
        int digits = percent < 1 ? 2 : 1;
        double down = Math.floor(percent * Math.pow(10, digits)) / Math.pow(10, digits);
        return String.format(Locale.ROOT, "%." + digits + "f %% of ", down)
                + (cell.cell().scenario().open() ? "what was offered: " : "the ceiling: ");
    }

    private static String load(CellNumbers cell) {
        double load = Kept.load(cell.cell().scenario());
        if (cell.cell().scenario().open()) return Numbers.plain(load) + " pages/s";
        return Numbers.count(load) + (load == 1 ? " user" : " users");
    }
}
