package dev.iomodels.report;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where each contender stops scaling: the largest load that it kept up with, of those that were measured. In a closed loop that
 * is 95 % of what Little's law allows its users; in an open one, 99 % of what was offered, without a fork that was saturated.
 */
final class Stops {
    /** In % of the ceiling. */
    static final double KEPT_PERCENT = 95;

    private static final double KEPT_SHARE = 0.99;

    private Stops() {}

    /** For each group of scenarios that differ in their load alone, and each contender that is compared. */
    static List<PageData.Stop> of(RunContents run) {
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
                .sorted(Comparator.comparingDouble(Stops::load))
                .forEach(scenario -> run.of(scenario).stream()
                        .filter(cell -> Baseline.isJudged(cell.cell().contender()))
                        .filter(cell -> !cell.measured().isEmpty() || cell.gaveUp())
                        // One pool is of another size in each scenario, and yet what was asked for.
                        .forEach(cell -> contenders
                                .computeIfAbsent(
                                        cell.cell().contender().asked() + "@"
                                                + cell.cell().contender().jdk().label(),
                                        name -> new ArrayList<>())
                                .add(cell)));
        return contenders.entrySet().stream()
                .map(one -> stop(group, one.getKey(), one.getValue()))
                .toList();
    }

    private static PageData.Stop stop(String group, String contender, List<CellNumbers> cells) {
        Optional<CellNumbers> kept = Optional.empty();
        Optional<CellNumbers> missed = Optional.empty();
        for (CellNumbers cell : cells)
            if (missed.isEmpty() && kept(cell)) kept = Optional.of(cell);
            else if (missed.isEmpty()) missed = Optional.of(cell);
        boolean open = cells.get(0).cell().scenario().open();
        String unit = open ? "pages/s" : "users";
        return new PageData.Stop(
                group,
                cells.get(0).cell().contender().jdk().label(),
                contender,
                cells.get(0).cell().contender().name(),
                text(kept, missed, open),
                kept.map(cell -> load(cell.cell().scenario())).orElse(null),
                missed.map(cell -> load(cell.cell().scenario())).orElse(null),
                unit);
    }

    private static String text(Optional<CellNumbers> kept, Optional<CellNumbers> missed, boolean open) {
        String upTo = kept.map(cell -> "keeps up to " + asked(cell, open) + " (" + share(cell) + ")")
                .orElse("");
        String not = missed.map(cell -> "at " + asked(cell, open) + " " + share(cell))
                .orElse("");
        if (kept.isEmpty()) return "keeps up with no load that was measured: " + not;
        return upTo + (missed.isPresent() ? "; " + not : ", the most that was measured");
    }

    /** {@code 19.9 % of the ceiling: 1 990 pages/s [1 985, 1 995]}. */
    private static String share(CellNumbers cell) {
        if (cell.gaveUp())
            return "saturated at " + Numbers.plain(cell.saturated().get(0).achievedPerSecond()) + " pages/s";
        Metric metric = Metric.ofRecord(cell.cell().scenario());
        String rate = cell.estimate(metric)
                .map(estimate -> Quantity.of(metric, estimate).brief())
                .orElse(Numbers.NONE);
        if (cell.cell().scenario().open()) return rate;
        double percent = percent(cell);
        return String.format(Locale.ROOT, percent < 1 ? "%.2f %%" : "%.1f %%", percent) + " of the ceiling: " + rate;
    }

    private static boolean kept(CellNumbers cell) {
        if (!cell.cell().scenario().open()) return percent(cell) >= KEPT_PERCENT;
        if (!cell.saturated().isEmpty()) return false;
        double offered = load(cell.cell().scenario());
        return cell.estimate(Metric.ACHIEVED)
                .filter(achieved -> achieved.value() >= KEPT_SHARE * offered)
                .isPresent();
    }

    private static double percent(CellNumbers cell) {
        return cell.estimate(Metric.CEILING).map(estimate -> estimate.value()).orElse(0.0);
    }

    /** Users, or pages per second. */
    private static double load(Scenario scenario) {
        return scenario.load() instanceof Load.Open open
                ? open.ratePerSecond()
                : scenario.load().inFlight();
    }

    private static String asked(CellNumbers cell, boolean open) {
        double load = load(cell.cell().scenario());
        return open ? Numbers.plain(load) + " pages/s" : Numbers.count(load) + (load == 1 ? " user" : " users");
    }
}
