package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.result.Differences;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Difference;
import dev.iomodels.stats.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is to compare between two runs. Their blocks have nothing in common, so Welch's interval on the forks' values is
 * what there is; how much a run differs from the next one of the same plan, two runs cannot tell.
 */
final class BetweenRuns {
    /** What makes two machines of them; and what then may differ besides. */
    private static final Set<String> MACHINE = Set.of("cpu", "cores", "memory", "virtualisation");

    private static final Set<String> OF_A_MACHINE =
            Set.of("cpu", "cores", "memory", "virtualisation", "kernel", "governor");

    private final RunContents a;
    private final RunContents b;
    private final Baseline baseline;
    private final boolean twoMachines;
    private final List<dev.iomodels.result.Difference> differences;

    /** Two runs that may differ in {@code variables}. @throws Incomparable if they differ in more that must match */
    BetweenRuns(RunContents a, RunContents b, Set<String> variables, String baseline) {
        this.a = a;
        this.b = b;
        this.baseline = Baseline.of(a, baseline);
        Set<String> except = new LinkedHashSet<>(variables);
        this.twoMachines = Differences.between(a.record(), b.record(), except).stream()
                .anyMatch(one -> one.refuses() && MACHINE.contains(one.field()));
        if (twoMachines) except.addAll(OF_A_MACHINE);
        this.differences = Differences.between(a.record(), b.record(), except);
        List<dev.iomodels.result.Difference> refusing = differences.stream()
                .filter(dev.iomodels.result.Difference::refuses)
                .toList();
        if (!refusing.isEmpty()) throw new Incomparable(a, b, refusing);
    }

    Comparisons comparisons() {
        List<Compared> families = new ArrayList<>();
        List<Comparisons.Alone> alone = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            Matches matches = Matches.of(a, b, scenario);
            alone.addAll(matches.alone());
            for (Words words : WithinRun.order(scenario))
                families.addAll(
                        twoMachines ? ratios(scenario, words, matches) : List.of(runs(scenario, words, matches)));
        }
        families.removeIf(family -> family.lines().isEmpty());
        List<String> cautions = new ArrayList<>(Cautions.of("in A, ", a));
        cautions.addAll(Cautions.of("in B, ", b));
        return new Comparisons(
                List.of(Comparisons.Source.of(a), Comparisons.Source.of(b)), heading(), families, alone, cautions);
    }

    /** Of both, by name: A's order, then what only B has. */
    private List<Scenario> scenarios() {
        Map<String, Scenario> byName = new LinkedHashMap<>();
        Stream.of(a, b)
                .flatMap(run -> run.record().plan().scenarios().stream())
                .forEach(scenario -> byName.putIfAbsent(scenario.name(), scenario));
        return List.copyOf(byName.values());
    }

    private List<String> heading() {
        List<String> lines = new ArrayList<>();
        lines.add("A: " + Comparisons.Source.of(a) + ", "
                + Numbers.forks(a.record().plan().blocks()) + " per cell, the baseline");
        lines.add("B: " + Comparisons.Source.of(b) + ", "
                + Numbers.forks(b.record().plan().blocks()) + " per cell");
        if (differences.isEmpty()) lines.add("A and B do not differ in anything that was recorded of their conditions");
        else lines.add("A and B differ in");
        differences.forEach(one -> lines.add("  " + one.field() + ": " + one.left() + " | " + one.right()));
        if (matchedByModel()) lines.add("The runs have different JDKs: contenders are matched by model");
        if (twoMachines)
            lines.add(
                    "Two machines: only ratios between contenders are compared, no number of one with one of the other");
        lines.add(
                "between-run variance not included: another pair of runs would differ by more than these intervals say; "
                        + "a difference matters from ±" + Numbers.share(delta()));
        WithinRun.remarkOnOpenLoops(a).ifPresent(lines::add);
        CLibraries.remark(Stream.concat(a.cells().stream(), b.cells().stream()).toList())
                .ifPresent(lines::add);
        return lines;
    }

    private boolean matchedByModel() {
        return scenarios().stream()
                .flatMap(scenario -> Matches.of(a, b, scenario).pairs().stream())
                .anyMatch(pair -> !pair.a()
                        .cell()
                        .contender()
                        .jdk()
                        .label()
                        .equals(pair.b().cell().contender().jdk().label()));
    }

    private boolean isMeasurement() {
        return WithinRun.isMeasurement(a) && WithinRun.isMeasurement(b);
    }

    private double delta() {
        return a.record().plan().delta();
    }

    private Compared runs(Scenario scenario, Words words, Matches matches) {
        List<Comparison> lines = matches.pairs().stream()
                .map(pair -> welch(pair, words.metric()))
                .toList();
        return new Compared(Kind.RUNS, scenario.name(), words, "A", delta(), isMeasurement(), lines);
    }

    private static Comparison welch(Matches.Pair pair, Metric metric) {
        Optional<String> lack = lacks(pair, metric);
        if (lack.isPresent()) return Comparison.impossible(pair.name(), "A", lack.get());
        Map<Integer, Double> before = pair.a().byBlock(metric);
        Map<Integer, Double> after = pair.b().byBlock(metric);
        Difference difference = Difference.welch(
                after.values().stream().mapToDouble(Double::doubleValue),
                before.values().stream().mapToDouble(Double::doubleValue));
        return Comparison.of(pair.name(), "A", Comparison.mean(after), Comparison.mean(before), difference, "");
    }

    private static Optional<String> lacks(Matches.Pair pair, Metric metric) {
        return pair.a()
                .lacks(metric)
                .map(why -> "in A: " + why)
                .or(() -> pair.b().lacks(metric).map(why -> "in B: " + why));
    }

    /** A family for each JDK: the pairs that have the JDKs of the baseline's pair. */
    private List<Compared> ratios(Scenario scenario, Words words, Matches matches) {
        List<Compared> families = new ArrayList<>();
        for (String label :
                matches.pairs().stream().map(pair -> jdk(pair.a())).distinct().toList()) {
            List<Matches.Pair> pairs = matches.pairs().stream()
                    .filter(pair -> jdk(pair.a()).equals(label))
                    .toList();
            Optional<CellNumbers> found =
                    baseline.in(pairs.stream().map(Matches.Pair::a).toList());
            if (found.isEmpty()) continue;
            Matches.Pair against =
                    pairs.stream().filter(isOf(found.get())).findFirst().orElseThrow();
            families.add(new Compared(
                    Kind.RATIOS,
                    scenario.name(),
                    words,
                    against.name(),
                    delta(),
                    isMeasurement(),
                    pairs.stream()
                            .filter(pair -> pair != against)
                            .map(pair -> ratioOfRatios(pair, against, words.metric()))
                            .toList()));
        }
        return families;
    }

    private static Predicate<Matches.Pair> isOf(CellNumbers cell) {
        return pair -> pair.a() == cell;
    }

    private static String jdk(CellNumbers cell) {
        return cell.cell().contender().jdk().label();
    }

    private static Comparison ratioOfRatios(Matches.Pair pair, Matches.Pair against, Metric metric) {
        Comparison inA = Comparison.paired(pair.a(), against.a(), metric);
        Comparison inB = Comparison.paired(pair.b(), against.b(), metric);
        if (inA.difference().isEmpty())
            return Comparison.impossible(pair.name(), against.name(), "in A: " + inA.note());
        if (inB.difference().isEmpty())
            return Comparison.impossible(pair.name(), against.name(), "in B: " + inB.note());
        Difference before = inA.difference().get();
        Difference after = inB.difference().get();
        return Comparison.of(pair.name(), against.name(), after.ratio(), before.ratio(), after.minus(before), "");
    }
}
