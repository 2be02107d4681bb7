package dev.iomodels.gate;

import static dev.iomodels.gate.Limits.NEVER;
import static dev.iomodels.gate.Unit.COUNT;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.fetch.Failure;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The gates of cells: what is seen only in all forks together. */
public enum CellGate implements Gate {
    FORKS_FAILED(
            "forks that failed",
            CellGate::forksFailed,
            "what is left are the forks that went well",
            "see below the table why they failed, then measure again"),
    FORKS_SATURATED(
            "forks saturated, of those that were not all",
            CellGate::forksSaturated,
            "what is left are the forks that kept up with the rate",
            "a lower rate: this one is at the limit of what the contender can do"),
    FETCHES_FAILED(
            "failed fetches",
            CellGate::fetchesFailed,
            "pages that did not come back are not in the latencies, and their users paused",
            "see below the table of what kind they are; more files, ports or backlog (doctor), or fewer users"),
    WRONG_PAGES(
            "pages of wrong length or content",
            CellGate::wrongPages,
            "speed of wrong answers is no measurement",
            "a bug in the IO model, or somebody between it and the stub"),
    SPREAD(
            "spread between forks",
            CellGate::spread,
            "the forks of one cell differ by more than they should",
            "more forks (--blocks), a longer warm-up, nothing else on the machine");

    private static final double MOST_SPREAD = 5;
    private static final double MOST_FAILED = 0.01;

    private final Words words;
    private final Function<CellNumbers, Optional<Reading>> function;

    CellGate(String looksAt, Function<CellNumbers, Optional<Reading>> function, String cause, String remedy) {
        this.words = new Words(looksAt, cause, remedy);
        this.function = function;
    }

    /** Empty where it makes no sense of this cell. */
    Optional<Reading> read(CellNumbers cell) {
        return function.apply(cell);
    }

    private static Optional<Reading> forksFailed(CellNumbers cell) {
        if (cell.forks().isEmpty() || cell.skipped().isPresent()) return Optional.empty();
        return Optional.of(Limits.above(COUNT, NEVER, 0).read(cell.failed().size()));
    }

    /** All of them saturated is a result, and there is no number that could be cited wrongly. */
    private static Optional<Reading> forksSaturated(CellNumbers cell) {
        if (cell.measured().isEmpty() || !cell.cell().scenario().open()) return Optional.empty();
        return Optional.of(Limits.above(COUNT, NEVER, 0).read(cell.saturated().size()));
    }

    private static Optional<Reading> fetchesFailed(CellNumbers cell) {
        if (cell.measured().isEmpty()) return Optional.empty();
        double right = sum(cell.values(Metric.PAGES));
        double failed = sum(cell.values(Metric.FAILURES));
        return Optional.of(
                Limits.above(PERCENT, 0, MOST_FAILED).read(failed == 0 ? 0 : 100 * failed / (right + failed)));
    }

    private static Optional<Reading> wrongPages(CellNumbers cell) {
        if (cell.measured().isEmpty()) return Optional.empty();
        Map<Failure, Long> kinds = cell.failedPages().orElse(Map.of());
        return Optional.of(Limits.above(COUNT, NEVER, 0)
                .read(kinds.getOrDefault(Failure.PAGE, 0L) + kinds.getOrDefault(Failure.LENGTH, 0L)));
    }

    /** The coefficient of variation of the rates, or of the lists' times; of their logarithms as everywhere. A rate that is given has none. */
    private static Optional<Reading> spread(CellNumbers cell) {
        if (cell.cell().scenario().open()) return Optional.empty();
        return cell.estimate(Metric.ofRecord(cell.cell().scenario()))
                .filter(estimate -> estimate.forks() > 1)
                .map(Estimate::spread)
                .map(spread -> Limits.above(PERCENT, MOST_SPREAD, NEVER).read(100 * spread));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public Scope scope() {
        return Scope.CELL;
    }

    @Override
    public Words words() {
        return words;
    }
}
