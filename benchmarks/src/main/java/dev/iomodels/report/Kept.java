package dev.iomodels.report;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.Optional;

/**
 * Whether a contender kept up with a load. In a closed loop that is 95 % of what Little's law allows its users; in an open one,
 * 99 % of what was offered, without a fork that was saturated. With a fork that failed or a red gate nobody can say that it did.
 */
final class Kept {
    /** In % of the ceiling. */
    static final double CLOSED_PERCENT = 95;

    /** In % of what was offered. */
    static final double OPEN_PERCENT = 99;

    private Kept() {}

    /** Empty where it was not measured, or there is nothing to keep up with: no delay, or a list. */
    static Optional<Boolean> of(RunContents run, CellNumbers cell) {
        Scenario scenario = cell.cell().scenario();
        if (cell.forks().isEmpty() || cell.skipped().isPresent()) return Optional.empty();
        if (scenario.list() || !scenario.open() && !scenario.waits()) return Optional.empty();
        boolean whole = cell.failed().isEmpty() && cell.saturated().isEmpty();
        return Optional.of(whole
                && !run.gates().red(cell.cell())
                && percent(cell) >= (scenario.open() ? OPEN_PERCENT : CLOSED_PERCENT));
    }

    /** Of the ceiling, or of what was offered; 0 where nothing was measured. */
    static double percent(CellNumbers cell) {
        boolean open = cell.cell().scenario().open();
        return cell.estimate(open ? Metric.ACHIEVED : Metric.CEILING)
                .map(estimate ->
                        open ? 100 * estimate.value() / load(cell.cell().scenario()) : estimate.value())
                .orElse(0.0);
    }

    /** Users, or pages per second. */
    static double load(Scenario scenario) {
        return scenario.load() instanceof Load.Open open
                ? open.ratePerSecond()
                : scenario.load().inFlight();
    }
}
