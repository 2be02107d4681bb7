package dev.iomodels.report;

import dev.iomodels.gate.ForkGate;
import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.gate.Ruling;
import dev.iomodels.load.Load;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Light;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forks of a run's cells, each with what gates read of it and its place in the run. */
final class PageForks {
    private static final double MILLI = 1e6;

    private final Detail detail;
    private final Plan plan;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Ruling>> rulings;

    PageForks(RunContents run, Detail detail) {
        this.detail = detail;
        plan = run.record().plan();
        // A search decides fork by fork which is next.
        if (plan.search().isEmpty())
            for (Plan.Fork fork : plan.forks())
                if (fork.cell().skip().isEmpty()) places.put(fork.path(), places.size() + 1);
        rulings = run.gates().rulings().stream()
                .filter(ruling -> ruling.scope() == Scope.FORK)
                .collect(Collectors.groupingBy(Ruling::subject));
    }

    List<PageCell.Fork> of(CellNumbers cell) {
        Optional<Estimate> mean = cell.estimate(Metric.ofRecord(cell.cell().scenario()));
        List<PageCell.Fork> forks = new ArrayList<>();
        Map<Integer, StoredFork> done =
                cell.forks().stream().collect(Collectors.toMap(StoredFork::block, fork -> fork));
        for (int block = 1; block <= plan.blocks(); block++)
            // A search needs no more forks of a rate than it has run.
            if (plan.search().isEmpty() || done.containsKey(block)) forks.add(of(cell, block, done.get(block), mean));
        return forks;
    }

    private PageCell.Fork of(CellNumbers cell, int block, StoredFork fork, Optional<Estimate> mean) {
        String path = new Plan.Fork(cell.cell(), block).path();
        if (fork == null) return ended(block, places.get(path), "missing", "not measured yet");
        if (fork.result() instanceof ForkResult.Skipped skipped) return ended(block, null, "skipped", skipped.reason());
        if (fork.result() instanceof ForkResult.Failed failed)
            return ended(block, places.get(path), "failed", failed.reason());
        if (fork.result() instanceof ForkResult.Saturated saturated)
            return ended(block, places.get(path), "saturated", SaturatedForks.why(saturated));
        List<Ruling> said = rulings.getOrDefault(path, List.of());
        Measured measured = (Measured) fork.result();
        double rate = Metric.ofRecord(cell.cell().scenario())
                .of(measured, fork.histograms().orElseThrow())
                .orElse(Double.NaN);
        return new PageCell.Fork(
                block,
                places.get(path),
                "measured",
                "",
                Digits.six(rate),
                mean.map(estimate -> Digits.six(rate / estimate.value())).orElse(null),
                value(said, ForkGate.HICCUPS, MILLI),
                value(said, ForkGate.STOLEN, 1),
                value(said, ForkGate.OTHERS, 1),
                value(said, ForkGate.STUB_LATE, MILLI),
                shown(said, Light.AMBER),
                shown(said, Light.RED),
                detail.iterations() ? iterations(measured) : List.of());
    }

    private static PageCell.Fork ended(int block, Integer place, String status, String reason) {
        return new PageCell.Fork(
                block, place, status, reason, null, null, null, null, null, null, List.of(), List.of(), List.of());
    }

    private static List<List<Double>> iterations(Measured fork) {
        return fork.loop() == Load.Loop.LIST
                ? fork.lists().nanos().stream()
                        .map(nanos -> Arrays.asList(0.0, Digits.six(nanos)))
                        .toList()
                : fork.intervals().stream().map(PageForks::iteration).toList();
    }

    private static List<Double> iteration(Interval one) {
        return Arrays.asList(one.warmup() ? 1.0 : 0.0, Digits.six(one.pages() / one.seconds()));
    }

    /** What a gate read, {@code factor} times; null if it could not tell. */
    private static Double value(List<Ruling> said, ForkGate gate, double factor) {
        return said.stream()
                .filter(ruling ->
                        ruling.gate().equals(gate.id()) && ruling.value().isPresent())
                .findFirst()
                .map(ruling -> Digits.six(ruling.value().getAsDouble() * factor))
                .orElse(null);
    }

    private static List<String> shown(List<Ruling> said, Light light) {
        return said.stream()
                .filter(ruling -> ruling.light() == light)
                .map(ruling -> ruling.gate() + " " + ruling.shown())
                .toList();
    }
}
