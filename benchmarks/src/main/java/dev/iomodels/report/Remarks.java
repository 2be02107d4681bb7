package dev.iomodels.report;

import dev.iomodels.plan.Contender;
import dev.iomodels.result.Light;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.List;

/**
 * What may not be left out when a number is quoted: what it may be used for, which way it is a bound, what it is not.
 *
 * @param metric the one that is quoted
 */
record Remarks(RunContents run, CellNumbers cell, Metric metric) {
    /** All of them, each after a comma. */
    String text() {
        List<String> remarks = new ArrayList<>();
        remarks.add(Objections.badge(run, cell));
        Contender contender = cell.cell().contender();
        if (contender.control()) remarks.add("the A/A control, which is the scenario's first contender entered twice");
        if (!contender.control() && !Baseline.isJudged(contender))
            remarks.add("without any network: what the harness itself costs");
        if (metric.isServiceTime())
            remarks.add(
                    cell.cell().scenario().list()
                            ? "a service time (pages of the list that stand in line are not asked for yet)"
                            : "a service time (closed loop)");
        if (metric.isResponseTime()) remarks.add("a response time (open loop), counted from when a page was due");
        if (cell.stubBound()) remarks.add(bound());
        gates(Light.AMBER, "amber gates", remarks);
        gates(Light.UNKNOWN, "gates that could not tell", remarks);
        return ", " + String.join(", ", remarks);
    }

    private void gates(Light light, String name, List<String> remarks) {
        List<String> ids = run.gates().ids(cell.cell(), light);
        if (!ids.isEmpty()) remarks.add(name + " " + String.join(" and ", ids));
    }

    private boolean isLatency() {
        return metric.isServiceTime() || metric.isResponseTime();
    }

    /** Users ask for the next page when the last one came: what slows the stub down lowers their rate and lengthens their waits. */
    private String bound() {
        String why = "stub-bound: the stub's busiest thread was busy for 80 % of the time or more";
        return switch (metric) {
            case THROUGHPUT, ACHIEVED, CEILING, PAGES -> "a lower bound (" + why + ")";
            case TURNAROUND, LIST_TIME, LIST_OVER_LEAST -> "an upper bound (" + why + ")";
            default -> {
                if (isLatency()) yield "waiting for the stub included (" + why + ")";
                // Where pages arrive by themselves the rate is given.
                yield cell.cell().scenario().open() ? why : "measured at a rate that is a lower bound (" + why + ")";
            }
        };
    }
}
