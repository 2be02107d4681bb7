package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.report.Capacities.Row;
import dev.iomodels.result.Light;
import java.util.List;
import java.util.stream.Collectors;

/** What a search has found, in sentences. */
final class CapacityAnswers {
    private CapacityAnswers() {}

    static List<PageData.Answer> of(RunContents run) {
        Capacities found = Capacities.of(run.directory());
        Scenario scenario = found.plan().scenarios().get(0);
        String target = found.plan().search().orElseThrow().target().toString();
        return List.of(
                new PageData.Answer(
                        "The highest rate of arrivals that keeps " + target + " (response time, "
                                + PageScenario.group(scenario) + "): "
                                + found.rows().stream()
                                        .map(row -> capacity(run, row))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        ""),
                new PageData.Answer(
                        "A rate is kept where the target is, where 99 % of it is achieved and no more than 0.01 % of the pages"
                                + " fail; the interval is between blocks, and no finer than the steps between rates.",
                        ""));
    }

    private static String capacity(RunContents run, Row row) {
        String name = row.contender().contender().slug() + ": ";
        if (!row.contender().skip().isEmpty()) return name + "skipped";
        String interval = CapacityTable.interval(row.capacity());
        return name
                + CapacityTable.value(row.capacity())
                + (interval.equals(Numbers.NONE) ? "" : " [" + interval + "]")
                + (row.broken() == 0 ? "" : " (not citable: a fork failed)")
                + (Capacities.gates(run, row, Light.RED).isEmpty() ? "" : " (not citable: a gate is red)");
    }
}
