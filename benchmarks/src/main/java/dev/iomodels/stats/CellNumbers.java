package dev.iomodels.stats;

import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory.StoredFork;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * The numbers of a cell, out of those of its forks. No fork that measured is left out.
 *
 * @param forks the forks that are done, block by block
 */
public record CellNumbers(Cell cell, List<StoredFork> forks) {

    /** How a reason begins that is none to wonder about. */
    public static final String SKIPPED = "skipped: ";

    /** Why nothing can be compared where pages arrived faster than they were fetched. */
    public static final String SATURATED = "saturated";

    private static final double STUB_BOUND_FROM = 0.8;

    /** How much may be made of a quantile: it rests on the samples beyond it, in the fork that has the fewest. */
    public enum Footing {
        SOUND,
        THIN,
        NONE
    }

    /** Every fork's value of {@code metric}, in the order of the blocks; empty if one of them has none. */
    public List<Double> values(Metric metric) {
        List<OptionalDouble> values =
                measured().stream().map(fork -> value(metric, fork)).toList();
        if (values.stream().anyMatch(OptionalDouble::isEmpty)) return List.of();
        return values.stream().map(OptionalDouble::getAsDouble).toList();
    }

    /** The values of {@code metric} by the number of their block; empty where {@link #lacks} says why. */
    public Map<Integer, Double> byBlock(Metric metric) {
        Map<Integer, Double> byBlock = new TreeMap<>();
        if (lacks(metric).isPresent()) return byBlock;
        for (StoredFork fork : measured())
            byBlock.put(fork.block(), value(metric, fork).orElseThrow());
        return byBlock;
    }

    /** Why {@code metric} cannot be compared here: nothing measured, or nothing that a comparison could rest on. Empty if it can. */
    public Optional<String> lacks(Metric metric) {
        if (skipped().isPresent()) return Optional.of(SKIPPED + skipped().get());
        if (forks.isEmpty()) return Optional.of("not measured yet");
        if (gaveUp()) return Optional.of(SATURATED);
        if (measured().isEmpty()) return Optional.of("failed: " + reason());
        if (footing(metric) != Footing.SOUND)
            return Optional.of("fewer than " + Metric.SOUND_FROM + " samples beyond it in some fork");
        List<Double> values = values(metric);
        if (values.isEmpty())
            return Optional.of("cannot be told honestly: too little of it, too few pages, or nobody could tell");
        return values.stream().allMatch(value -> value > 0) ? Optional.empty() : Optional.of("not above 0");
    }

    /** The first line of the reason why its first failed fork failed. */
    private String reason() {
        String reason = ((ForkResult.Failed) failed().get(0).result()).reason();
        return reason.lines().findFirst().orElse("");
    }

    private static OptionalDouble value(Metric metric, StoredFork fork) {
        return metric.of((Measured) fork.result(), fork.histograms().orElseThrow());
    }

    /** The metric of the cell: a mean over forks with its interval, a largest value or a sum, as the metric has it. */
    public Optional<Estimate> estimate(Metric metric) {
        List<Double> values = values(metric);
        if (values.isEmpty() || footing(metric) == Footing.NONE) return Optional.empty();
        return switch (metric.over()) {
            case MEAN ->
                values.stream().allMatch(value -> value > 0) ? Optional.of(Estimate.of(values)) : Optional.empty();
            case AVERAGE ->
                Optional.of(new Estimate(
                        values.size(),
                        values.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow(),
                        0));
            case LARGEST ->
                Optional.of(new Estimate(
                        values.size(),
                        values.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                        0));
            case SUM ->
                Optional.of(new Estimate(
                        values.size(),
                        values.stream().mapToDouble(Double::doubleValue).sum(),
                        0));
        };
    }

    /** What {@code metric} rests on here. */
    public Footing footing(Metric metric) {
        double beyond = measured().stream()
                .mapToDouble(fork -> metric.beyond(((Measured) fork.result()).pages()))
                .min()
                .orElse(0);
        if (!metric.isQuantile() || beyond >= Metric.SOUND_FROM) return Footing.SOUND;
        return beyond >= Metric.SHOWN_FROM ? Footing.THIN : Footing.NONE;
    }

    /** The forks that measured. */
    public List<StoredFork> measured() {
        return forks.stream().filter(fork -> fork.result() instanceof Measured).toList();
    }

    /** The forks that had to be given up, because pages arrived faster than they were fetched. */
    public List<ForkResult.Saturated> saturated() {
        return forks.stream()
                .map(StoredFork::result)
                .filter(ForkResult.Saturated.class::isInstance)
                .map(ForkResult.Saturated.class::cast)
                .toList();
    }

    /** Whether all its forks that are done were saturated: a result, with no other numbers than the rates. */
    public boolean gaveUp() {
        return !forks.isEmpty() && saturated().size() == forks.size();
    }

    /** The forks that failed. */
    public List<StoredFork> failed() {
        return forks.stream()
                .filter(fork -> fork.result() instanceof ForkResult.Failed)
                .toList();
    }

    /** Why the cell was skipped; empty if it was not. */
    public Optional<String> skipped() {
        return forks.stream()
                .map(StoredFork::result)
                .filter(ForkResult.Skipped.class::isInstance)
                .map(result -> ((ForkResult.Skipped) result).reason())
                .findFirst();
    }

    /** Failed pages of all forks, by kind, those on purpose left out; empty if there were none. */
    public Optional<Map<Failure, Long>> failedPages() {
        return sum(Measured::failures);
    }

    /** Pages of all forks that failed on purpose, by kind; empty if there were none. */
    public Optional<Map<Failure, Long>> failedAsTold() {
        return sum(Measured::failedAsTold);
    }

    private Optional<Map<Failure, Long>> sum(Function<Measured, Map<Failure, Long>> counts) {
        Map<Failure, Long> sum = new EnumMap<>(Failure.class);
        for (StoredFork fork : measured())
            counts.apply((Measured) fork.result()).forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return sum.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    /** How long failed pages of all forks took, on purpose or not, in nanoseconds. */
    public Histogram failedTimes() {
        Histogram sum = new Histogram(3);
        for (StoredFork fork : measured())
            sum.add(fork.histograms().orElseThrow().failed());
        return sum;
    }

    /** Whether a fork's rate was limited by the stub: its busiest thread was busy for four fifths of the time. */
    public boolean stubBound() {
        return measured().stream().anyMatch(fork -> ((Measured) fork.result()).stubBusy() >= STUB_BOUND_FROM);
    }

    /** One of the forks that measured, for what is the same in all of them; empty if there is none. */
    public Optional<Measured> example() {
        return measured().stream().findFirst().map(fork -> (Measured) fork.result());
    }
}
