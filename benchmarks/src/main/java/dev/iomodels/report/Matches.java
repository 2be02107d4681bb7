package dev.iomodels.report;

import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Scenario;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which cells of two runs belong together: the same contender in the same scenario; failing that, the same model as it was
 * asked for on the same JDK ({@code process-pool} has more workers on another machine); and where each run has but one JDK,
 * the same model on whatever JDK.
 *
 * @param pairs in the order of A
 * @param alone judged cells of either run that match none
 */
record Matches(List<Pair> pairs, List<Comparisons.Alone> alone) {

    /** A cell of A, and its match in B. */
    record Pair(CellNumbers a, CellNumbers b) {
        /** {@code selector-1@25}, or {@code selector-1@21 → selector-1@25}. */
        String name() {
            String left = Comparison.slug(a);
            String right = Comparison.slug(b);
            return left.equals(right) ? left : left + " → " + right;
        }
    }

    static Matches of(RunContents a, RunContents b, Scenario scenario) {
        List<CellNumbers> left = judged(a, scenario);
        List<CellNumbers> right = judged(b, scenario);
        List<BiPredicate<Contender, Contender>> rules = new ArrayList<>();
        rules.add((one, other) -> one.slug().equals(other.slug()));
        rules.add((one, other) -> one.asked().equals(other.asked())
                && one.jdk().label().equals(other.jdk().label()));
        if (a.jdks().size() == 1 && b.jdks().size() == 1)
            rules.add((one, other) -> one.asked().equals(other.asked()));
        List<Pair> pairs = new ArrayList<>();
        for (BiPredicate<Contender, Contender> rule : rules)
            for (CellNumbers one : List.copyOf(left)) {
                Optional<CellNumbers> match = right.stream()
                        .filter(other ->
                                rule.test(one.cell().contender(), other.cell().contender()))
                        .findFirst();
                match.ifPresent(other -> {
                    pairs.add(new Pair(one, other));
                    left.remove(one);
                    right.remove(other);
                });
            }
        List<Comparisons.Alone> alone = new ArrayList<>();
        left.forEach(cell -> alone.add(alone(scenario, cell, "only in A")));
        right.forEach(cell -> alone.add(alone(scenario, cell, "only in B")));
        return new Matches(inOrder(pairs, judged(a, scenario)), alone);
    }

    private static List<Pair> inOrder(List<Pair> pairs, List<CellNumbers> order) {
        return pairs.stream()
                .sorted((one, other) -> Integer.compare(order.indexOf(one.a()), order.indexOf(other.a())))
                .toList();
    }

    private static List<CellNumbers> judged(RunContents run, Scenario scenario) {
        return new ArrayList<>(run.cells().stream()
                .filter(cell -> cell.cell().scenario().name().equals(scenario.name()))
                .filter(cell -> Baseline.isJudged(cell.cell().contender()))
                .toList());
    }

    private static Comparisons.Alone alone(Scenario scenario, CellNumbers cell, String where) {
        return new Comparisons.Alone(
                scenario.name(),
                Comparison.slug(cell),
                where
                        + cell.skipped()
                                .map(why -> ", " + CellNumbers.SKIPPED + why)
                                .orElse(""));
    }
}
