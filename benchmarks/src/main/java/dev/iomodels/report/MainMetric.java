package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;

/** The number by which the cells of a scenario are known first. */
final class MainMetric {
    private MainMetric() {}

    /** Pages per second: those that users fetched, or that an open loop achieved. */
    static Metric of(Scenario scenario) {
        return scenario.open() ? Metric.ACHIEVED : Metric.THROUGHPUT;
    }
}
