package dev.iomodels.gate;

import static dev.iomodels.gate.Limits.NEVER;
import static dev.iomodels.gate.Unit.COUNT;
import static dev.iomodels.gate.Unit.PERCENT;

import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Interval;
import dev.iomodels.result.Light;
import dev.iomodels.result.Points;
import dev.iomodels.stats.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gates that ask whether the warm-up was over. */
final class Heat {
    private static final double LEAST_SECONDS = 0.2;
    private static final int LEAST_POINTS = 8;
    private static final double SURE = 0.01;
    private static final double MOST_CHANGE = 5;
    private static final double MOST_COMPILING = 10;

    private Heat() {}

    static Optional<Reading> hotPages(ForkFacts fork) {
        return Optional.of(Limits.below(COUNT, 10_000, NEVER).read(fork.raw().hotPages()));
    }

    /**
     * By how many % of its mean the rate rose (or fell) over the fork, by a straight line through the rates of the quarters of a
     * second; of lists, through how many there would be in a second, one after another. Fewer than eight of those are not asked.
     */
    static Optional<Reading> trend(ForkFacts fork) {
        List<Long> lists = fork.raw().lists().nanos();
        if (!lists.isEmpty() && lists.size() < LEAST_POINTS) return Optional.empty();
        List<double[]> rates = lists.isEmpty() ? rates(fork.raw().points()) : ratesOf(lists);
        if (rates.size() < LEAST_POINTS) return Optional.of(trend(OptionalDouble.empty(), Light.UNKNOWN));
        Trend trend = Trend.ofSeries(
                rates.stream().mapToDouble(rate -> rate[0]).toArray(),
                rates.stream().mapToDouble(rate -> rate[1]).toArray());
        double percent = 100 * trend.changeOverRange();
        // Every fork of the cell is asked: red has to be sure for all of them together.
        boolean red = trend.p() < SURE / fork.plan().blocks() && Math.abs(percent) > MOST_CHANGE;
        if (trend.p() >= SURE) return Optional.of(trend(OptionalDouble.of(percent), Light.GREEN));
        return Optional.of(trend(OptionalDouble.of(percent), red ? Light.RED : Light.AMBER));
    }

    private static Reading trend(OptionalDouble percent, Light light) {
        return new Reading(PERCENT, percent, light, "p < .01", "p < .01 ÷ forks and over " + PERCENT.text(MOST_CHANGE));
    }

    /** Each list's place, and how many of the kind a second has. */
    private static List<double[]> ratesOf(List<Long> nanos) {
        List<double[]> rates = new ArrayList<>();
        for (int i = 0; i < nanos.size(); i++) rates.add(new double[] {i, 1e9 / nanos.get(i)});
        return rates;
    }

    /** Seconds and pages per second. An edge may follow the last point at once; a rate over less than a fifth of a second is none. */
    private static List<double[]> rates(Points points) {
        List<double[]> rates = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < points.seconds().size(); to++) {
            double begin = points.seconds().get(from);
            double seconds = points.seconds().get(to) - begin;
            if (seconds < LEAST_SECONDS) continue;
            long pages = points.pages().get(to) - points.pages().get(from);
            rates.add(new double[] {begin + seconds / 2, pages / seconds});
            from = to;
        }
        return rates;
    }

    /** Time in the compilers, in % of the time measured. A process pool's workers compile for themselves and are not asked. */
    static Optional<Reading> compiling(ForkFacts fork) {
        Measured raw = fork.raw();
        Limits limits = Limits.above(PERCENT, MOST_COMPILING, NEVER);
        if (raw.measurement().stream().anyMatch(interval -> interval.compileSeconds() < 0))
            return Optional.of(limits.unknown());
        double seconds =
                raw.measurement().stream().mapToDouble(Interval::compileSeconds).sum();
        return Optional.of(limits.read(100 * seconds / raw.seconds()));
    }
}
