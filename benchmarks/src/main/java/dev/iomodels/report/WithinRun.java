package dev.iomodels.report;

import dev.iomodels.gate.Badge;
import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What there is to compare in one run: everything in it was measured side by side, so it is paired by block. */
final class WithinRun {
    private final RunContents run;
    private final Baseline baseline;
    private final double delta;

    WithinRun(RunContents run, Baseline baseline) {
        this.run = run;
        this.baseline = baseline;
        this.delta = run.record().plan().delta();
    }

    Comparisons comparisons() {
        List<Compared> families = new ArrayList<>();
        // A search has as many cells as it has tried rates, and few of them in every block.
        List<Scenario> scenarios = run.record().plan().search().isPresent()
                ? List.of()
                : run.record().plan().scenarios();
        for (Scenario scenario : scenarios) {
            for (Words words : order(scenario)) families.addAll(models(scenario, words));
            for (Words words : order(scenario)) families.addAll(jdks(scenario, words));
            for (Words words : order(scenario)) families.addAll(control(scenario, words));
        }
        return new Comparisons(
                List.of(Comparisons.Source.of(run)), heading(), families, List.of(), Cautions.of("", run));
    }

    /**
     * Where nothing waits, CPU time says more than a rate that the stub on the same cores dilutes: it comes first. Where the
     * rate is given, in an open loop, there is nothing to compare in it. A list is over before its CPU time could be told for sure.
     */
    static List<Words> order(Scenario scenario) {
        if (scenario.open()) return List.of(Words.RESPONSE_P99, Words.CPU_PER_PAGE);
        if (scenario.list()) return List.of(Words.LIST_TIME);
        return scenario.waits()
                ? List.of(Words.THROUGHPUT, Words.CPU_PER_PAGE, Words.P99)
                : List.of(Words.CPU_PER_PAGE, Words.THROUGHPUT, Words.P99);
    }

    /** Whether verdicts may be given on a run's numbers at all. */
    static boolean isMeasurement(RunContents run) {
        return run.badge().kind() != Badge.Kind.SMOKE;
    }

    private List<String> heading() {
        List<String> lines = new ArrayList<>();
        lines.add(Comparisons.Source.of(run) + "; "
                + Numbers.forks(run.record().plan().blocks())
                + " per cell, paired by block; a difference matters from ±" + Numbers.share(delta));
        remarkOnOpenLoops(run).ifPresent(lines::add);
        CLibraries.remark(run.cells()).ifPresent(lines::add);
        return lines;
    }

    /** Why there is no word on throughput in some scenarios; empty if there are none of these. */
    static Optional<String> remarkOnOpenLoops(RunContents run) {
        boolean open = run.record().plan().scenarios().stream().anyMatch(Scenario::open);
        return open
                ? Optional.of(
                        "Open loops: the rate is given, so nobody is faster; response times and CPU time are compared")
                : Optional.empty();
    }

    private List<CellNumbers> judged(Scenario scenario) {
        return run.of(scenario).stream()
                .filter(cell -> Baseline.isJudged(cell.cell().contender()))
                .toList();
    }

    private List<Compared> models(Scenario scenario, Words words) {
        List<Compared> families = new ArrayList<>();
        for (Jdk jdk : run.jdks()) {
            List<CellNumbers> cells = judged(scenario).stream()
                    .filter(cell -> cell.cell().contender().jdk().equals(jdk))
                    .toList();
            baseline.in(cells)
                    .flatMap(against -> family(Kind.MODELS, scenario, words, against, cells))
                    .ifPresent(families::add);
        }
        return families;
    }

    private List<Compared> jdks(Scenario scenario, Words words) {
        List<Compared> families = new ArrayList<>();
        List<String> models = judged(scenario).stream()
                .map(cell -> cell.cell().contender().asked())
                .distinct()
                .toList();
        for (String model : models) {
            List<CellNumbers> cells = judged(scenario).stream()
                    .filter(cell -> cell.cell().contender().asked().equals(model))
                    .toList();
            cells.stream()
                    .filter(cell -> cell.skipped().isEmpty())
                    .min(Comparator.comparing(cell -> cell.cell().contender().jdk(), run.oldestFirst()))
                    .flatMap(against -> family(Kind.JDKS, scenario, words, against, cells))
                    .ifPresent(families::add);
        }
        return families;
    }

    private List<Compared> control(Scenario scenario, Words words) {
        List<CellNumbers> cells = run.of(scenario);
        List<Compared> families = new ArrayList<>();
        for (CellNumbers cell : cells) {
            if (!cell.cell().contender().control()) continue;
            cells.stream()
                    .filter(twin -> isTwin(twin.cell().contender(), cell.cell().contender()))
                    .findFirst()
                    .flatMap(twin -> family(Kind.CONTROL, scenario, words, twin, List.of(cell)))
                    .ifPresent(families::add);
        }
        return families;
    }

    private static boolean isTwin(Contender twin, Contender control) {
        return !twin.control() && twin.again().equals(control);
    }

    private Optional<Compared> family(
            Kind kind, Scenario scenario, Words words, CellNumbers against, List<CellNumbers> cells) {
        List<Comparison> lines = cells.stream()
                .filter(cell -> cell != against)
                .map(cell -> Comparison.paired(cell, against, words.metric()))
                .toList();
        if (lines.isEmpty()) return Optional.empty();
        return Optional.of(
                new Compared(kind, scenario.name(), words, Comparison.slug(against), delta, isMeasurement(run), lines));
    }
}
