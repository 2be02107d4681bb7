package dev.iomodels.gate;

import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether forks came out slower or faster the later they were measured: the logarithms of their rates against their
 * places in the run's order, each less its cell's mean. That is the slope of a regression with a constant for each cell
 * (Frisch and Waugh, Econometrica 1, 1933), which costs a degree of freedom for each cell.
 */
final class Drift {
    private static final double SURE = 0.01;
    private static final double MOST_CHANGE = 5;
    private static final int LEAST_FORKS = 2;

    private final List<Double> places = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private int cells;

    private Drift() {}

    /** By how many % the rates changed from the first fork to the last. Empty if no cell has two forks. */
    static Optional<Reading> read(Plan plan, List<CellNumbers> cells) {
        // Of a search nobody knows the places beforehand, and each fork has a rate of its own.
        if (plan.search().isPresent()) return Optional.empty();
        Drift drift = new Drift();
        List<Plan.Fork> order = plan.forks();
        cells.forEach(cell -> drift.add(cell, order));
        return drift.reading(order.size());
    }

    private void add(CellNumbers cell, List<Plan.Fork> order) {
        List<StoredFork> forks = cell.measured();
        // An open loop's rate is given: it stays what it is while the machine drifts.
        if (cell.cell().scenario().open()) return;
        if (forks.size() < LEAST_FORKS) return;
        double[] place = forks.stream()
                .mapToDouble(fork -> order.indexOf(new Plan.Fork(cell.cell(), fork.block())))
                .toArray();
        double[] rate = forks.stream()
                .mapToDouble(fork -> Math.log(rate((Measured) fork.result())))
                .toArray();
        addLessMean(place, places);
        addLessMean(rate, rates);
        cells++;
    }

    /** Pages per second; where lists were fetched, lists per second, if one came after another. */
    private static double rate(Measured fork) {
        return fork.lists().any() ? 1e9 / fork.lists().meanNanos() : fork.pagesPerSecond();
    }

    private static void addLessMean(double[] values, List<Double> to) {
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        for (double value : values) to.add(value - mean);
    }

    private Optional<Reading> reading(int forks) {
        int free = rates.size() - cells - 1;
        if (free < 1) return Optional.empty();
        Trend trend = Trend.of(array(places), array(rates));
        double percent = 100 * Math.expm1(trend.slope() * (forks - 1));
        boolean sure = p(trend, free) < SURE;
        Light light = !sure ? Light.GREEN : Math.abs(percent) > MOST_CHANGE ? Light.RED : Light.AMBER;
        return Optional.of(new Reading(
                PERCENT,
                OptionalDouble.of(percent),
                light,
                "p < .01",
                "p < .01 and over " + PERCENT.text(MOST_CHANGE)));
    }

    private static double p(Trend trend, int free) {
        if (trend.slope() == 0) return 1;
        double error = trend.slopeError() * Math.sqrt((trend.n() - 2.0) / free);
        if (error == 0) return 0;
        return 2 * TDistribution.of(free).survivalProbability(Math.abs(trend.slope()) / error);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
