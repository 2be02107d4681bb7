package dev.iomodels.report;

import dev.iomodels.load.Load;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.stub.Units;
import java.util.Locale;
import java.util.Optional;

/**
 * A scenario as a page shows it.
 *
 * @param kind {@code closed}, {@code open} or {@code list}
 * @param users that a closed loop has; else null
 * @param rate pages per second that an open loop offers; else null
 * @param group what those scenarios have in common that differ in users or rate alone: they make a curve
 * @param meanDelay of the pages, in nanoseconds
 * @param ceiling pages per second, by Little's law; null where nothing waits or the loop is open
 */
record PageScenario(
        String name,
        String text,
        String kind,
        Integer users,
        Double rate,
        String group,
        boolean waits,
        Double meanDelay,
        Double ceiling) {

    static PageScenario of(RunContents run, Scenario scenario) {
        Optional<Measured> example = run.of(scenario).stream()
                .flatMap(cell -> cell.example().stream())
                .findFirst();
        double mean = example.map(Measured::meanDelayNanos)
                .orElse(scenario.delay().meanNanos() + scenario.faults().meanNanos());
        Integer users = scenario.load() instanceof Load.Closed closed ? closed.users() : null;
        return new PageScenario(
                scenario.name(),
                scenario.conditions(),
                scenario.loop().name().toLowerCase(Locale.ROOT),
                users,
                scenario.load() instanceof Load.Open open ? open.ratePerSecond() : null,
                group(scenario),
                scenario.waits(),
                Digits.six(mean),
                users != null && mean > 0 ? Digits.six(users / mean * 1e9) : null);
    }

    /** {@code uniform:50ms..150ms, 1KiB}. */
    static String group(Scenario scenario) {
        String arrivals = scenario.load() instanceof Load.Open open
                ? (open.poisson() ? ", poisson" : "")
                        + (open.inFlight() == Load.Open.IN_FLIGHT ? "" : ", in flight " + open.inFlight())
                : "";
        return (scenario.delay().maxNanos() > 0 ? scenario.delay() : "no delay") + ", " + Units.bytes(scenario.size())
                + (scenario.faults().any() ? ", " + scenario.faults() : "") + arrivals;
    }
}
