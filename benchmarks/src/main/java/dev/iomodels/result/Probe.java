package dev.iomodels.result;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.SearchPath.Outcome;
import dev.iomodels.plan.Target;
import dev.iomodels.result.RunDirectory.StoredFork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One fork of a search: whether it kept the target at its rate.
 *
 * @param rate pages per second that were offered
 * @param why why it did not keep the target, in words; empty if it did
 * @param quantileNanos the target's quantile of response time; empty if it was not measured
 * @param inFlight how many pages the contender can have in flight; empty if it did not come to tell
 */
public record Probe(
        Plan.Fork fork, double rate, Outcome outcome, String why, OptionalDouble quantileNanos, OptionalInt inFlight) {
    private static final double LEAST_ACHIEVED = 0.99;
    private static final double MOST_FAILED = 0.0001;

    /** What {@code stored} says of {@code target}. */
    public static Probe of(Target target, Plan.Fork fork, StoredFork stored) {
        double rate = rate(fork.cell().scenario());
        ForkResult result = stored.result();
        if (result instanceof ForkResult.Measured measured)
            return measured(target, fork, rate, measured, stored.histograms().orElseThrow());
        if (result instanceof ForkResult.Saturated saturated)
            return new Probe(
                    fork,
                    rate,
                    Outcome.MISSED,
                    "saturated: " + saturated.reason(),
                    OptionalDouble.empty(),
                    OptionalInt.of(saturated.places()));
        String why = result instanceof ForkResult.Failed failed
                ? "failed: " + failed.reason().lines().findFirst().orElse("")
                : "skipped";
        return new Probe(fork, rate, Outcome.BROKEN, why, OptionalDouble.empty(), OptionalInt.empty());
    }

    /** The rate of a search's scenario. */
    static double rate(Scenario scenario) {
        return ((Load.Open) scenario.load()).ratePerSecond();
    }

    private static Probe measured(
            Target target, Plan.Fork fork, double rate, ForkResult.Measured measured, Histograms seen) {
        double quantile = seen.latency().getValueAtPercentile(target.percent());
        double achieved = measured.pagesPerSecond() / rate;
        long failed =
                measured.failures().values().stream().mapToLong(Long::longValue).sum();
        double share = (double) failed / (failed + measured.pages());
        List<String> why = new ArrayList<>();
        if (quantile > target.nanos()) why.add(target.quantile() + " above the target");
        if (achieved < LEAST_ACHIEVED) why.add(percent("%.1f %% of the rate achieved", achieved));
        if (share > MOST_FAILED) why.add(percent("%.2g %% of the pages failed", share));
        return new Probe(
                fork,
                rate,
                why.isEmpty() ? Outcome.KEPT : Outcome.MISSED,
                String.join(", ", why),
                OptionalDouble.of(quantile),
                OptionalInt.of(measured.usersStarted()));
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }
}
