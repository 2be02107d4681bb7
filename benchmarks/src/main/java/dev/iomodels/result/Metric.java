package dev.iomodels.result;

import static dev.iomodels.result.Formula.arrived;
import static dev.iomodels.result.Formula.connections;
import static dev.iomodels.result.Formula.footprint;
import static dev.iomodels.result.Formula.largest;
import static dev.iomodels.result.Formula.number;
import static dev.iomodels.result.Formula.quantile;
import static dev.iomodels.result.Formula.value;

import dev.iomodels.fetch.Suggestion;
import dev.iomodels.load.Load;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The numbers of a fork, each a {@link Formula} over its raw files. A number that cannot be told honestly is empty. A new
 * metric over recorded data is one constant here, and every report shows it, for old runs too.
 */
public enum Metric {
    THROUGHPUT("throughput", "pages/s", "1/s", Loop.CLOSED, number(Measured::pagesPerSecond)),
    CEILING("ceiling", "% of ceiling", "%", Loop.CLOSED, value(Formula::ceilingPercent)),
    CPU_PER_PAGE("cpu-per-page", "CPU/page", "µs", Loop.ANY, value(Cost::cpuMicrosPerPage)),
    P50("p50", "p50", "ns", Loop.CLOSED, quantile(Histograms::latency, 50)),
    P99("p99", "p99", "ns", Loop.CLOSED, quantile(Histograms::latency, 99)),
    P999("p99.9", "p99.9", "ns", Loop.CLOSED, quantile(Histograms::latency, 99.9)),
    MAX("max", "max", "ns", Loop.CLOSED, largest(Histograms::latency)),
    /** Added latency is latency less the page's own delay; like the latencies, a service time where the loop is closed. */
    ADDED_P50("added-p50", "added p50", "ns", Loop.CLOSED, quantile(Histograms::added, 50)),
    ADDED_P99("added-p99", "added p99", "ns", Loop.CLOSED, quantile(Histograms::added, 99)),
    ADDED_P999("added-p99.9", "added p99.9", "ns", Loop.CLOSED, quantile(Histograms::added, 99.9)),
    TURNAROUND(
            "turnaround",
            "turnaround",
            "ns",
            Loop.CLOSED,
            number(fork -> fork.usersAsked() / fork.pagesPerSecond() * 1e9)),
    BYTES_PER_PAGE("bytes-per-page", "bytes/page", "B", Loop.ANY, value(Cost::bytesPerPage)),
    PAGES_PER_CPU_SECOND(
            "pages-per-cpu-second", "pages/CPU-s", "pages/CPU-s", Loop.ANY, value(Cost::pagesPerCpuSecond)),
    MEMORY_PER_PAGE(
            "memory-per-page-in-flight",
            "memory/page in flight",
            "B",
            Loop.GOES_ON,
            value(Cost::memoryPerPageInFlight)),
    IN_FLIGHT_PER_MB(
            "in-flight-per-mb", "in flight/MB", "pages/MB", Loop.GOES_ON, value(Cost::pagesInFlightPerMegabyte)),
    RESIDENT_PEAK("resident-peak", "resident peak", "B", Loop.ANY, footprint(Footprint::residentPeakBytes)),
    THREADS("threads", "threads", "", Loop.ANY, footprint(Footprint::threads)),
    CONNECTIONS("connections", "connections", "", Loop.ANY, connections(Connections::opened)),
    CONNECTIONS_MEASURED(
            "connections-measured", "connections measured", "", Loop.ANY, connections(Connections::openedMeasured)),
    SWITCHES_PER_PAGE("switches-per-page", "switches/page", "", Loop.ANY, value(Cost::switchesPerPage)),
    GC_TIME("gc-time", "GC time", "ms/s", Loop.ANY, value(Cost::gcMillisPerSecond)),
    COLLECTIONS("collections", "collections", "", Loop.ANY, value(Cost::collections)),
    PAGES("pages", "n", "", Loop.ANY, number(Measured::pages)),
    FAILURES("failures", "failures", "", Loop.ANY, number(fork -> Formula.sum(fork.failures()))),
    FAILED_AS_TOLD("failed-as-told", "failed as told", "", Loop.ANY, number(fork -> Formula.sum(fork.failedAsTold()))),
    OFFERED("offered", "offered/s", "1/s", Loop.OPEN, arrived(Arrived::offeredPerSecond)),
    ACHIEVED("achieved", "achieved/s", "1/s", Loop.OPEN, number(Measured::pagesPerSecond)),
    RESPONSE_P50("response-p50", "response p50", "ns", Loop.OPEN, quantile(Histograms::latency, 50)),
    RESPONSE_P99("response-p99", "response p99", "ns", Loop.OPEN, quantile(Histograms::latency, 99)),
    RESPONSE_P999("response-p99.9", "response p99.9", "ns", Loop.OPEN, quantile(Histograms::latency, 99.9)),
    RESPONSE_MAX("response-max", "response max", "ns", Loop.OPEN, largest(Histograms::latency)),
    RESPONSE_ADDED_P50("response-added-p50", "response added p50", "ns", Loop.OPEN, quantile(Histograms::added, 50)),
    RESPONSE_ADDED_P99("response-added-p99", "response added p99", "ns", Loop.OPEN, quantile(Histograms::added, 99)),
    RESPONSE_ADDED_P999(
            "response-added-p99.9", "response added p99.9", "ns", Loop.OPEN, quantile(Histograms::added, 99.9)),
    LATENESS_P50("lateness-p50", "lateness p50", "ns", Loop.OPEN, quantile(Histograms::lateness, 50)),
    LATENESS_P99("lateness-p99", "lateness p99", "ns", Loop.OPEN, quantile(Histograms::lateness, 99)),
    LATENESS_MAX("lateness-max", "lateness max", "ns", Loop.OPEN, largest(Histograms::lateness)),
    BACKLOG_MAX("backlog-max", "backlog max", "", Loop.OPEN, arrived(Arrived::backlogMost)),
    BACKLOG_END("backlog-end", "backlog at the end", "", Loop.OPEN, arrived(Arrived::backlogEnd)),
    PACER_CPU("pacer-cpu", "CPU of the pacer", "%", Loop.OPEN, arrived(seen -> 100 * seen.pacerCpuShare())),
    LIST_TIME(
            "list-time",
            "list time",
            "ns",
            Loop.LIST,
            number(fork -> fork.lists().meanNanos())),
    LIST_OVER_LEAST("list-over-least", "list time ÷ least", "", Loop.LIST, value(Formula::listOverLeast)),
    LISTS("lists", "lists", "", Loop.LIST, number(fork -> fork.lists().nanos().size())),
    /** Of the pages of lists, each since it was asked for: service times, as those of a closed loop. */
    PAGE_P50("page-p50", "page p50", "ns", Loop.LIST, quantile(Histograms::latency, 50)),
    PAGE_P99("page-p99", "page p99", "ns", Loop.LIST, quantile(Histograms::latency, 99)),
    PAGE_P999("page-p99.9", "page p99.9", "ns", Loop.LIST, quantile(Histograms::latency, 99.9)),
    PAGE_MAX("page-max", "page max", "ns", Loop.LIST, largest(Histograms::latency)),
    PAGE_ADDED_P50("page-added-p50", "page added p50", "ns", Loop.LIST, quantile(Histograms::added, 50)),
    PAGE_ADDED_P99("page-added-p99", "page added p99", "ns", Loop.LIST, quantile(Histograms::added, 99)),
    PAGE_ADDED_P999("page-added-p99.9", "page added p99.9", "ns", Loop.LIST, quantile(Histograms::added, 99.9));

    /** So many samples must lie beyond a quantile for it to be shown at all. */
    public static final int SHOWN_FROM = 10;
    /** So many samples must lie beyond a quantile for it to be shown without reserve. */
    public static final int SOUND_FROM = 100;

    private final String id;
    private final String label;
    private final String unit;
    private final Loop loop;
    private final Formula formula;

    Metric(String id, String label, String unit, Loop loop, Formula formula) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.loop = loop;
        this.formula = formula;
    }

    /** The metric's value for one fork, in {@link #unit}. */
    public OptionalDouble of(Measured fork, Histograms seen) {
        return loop.of.contains(fork.loop()) ? formula.of(fork, seen) : OptionalDouble.empty();
    }

    /** Whether it makes sense of {@code scenario}: service times are of closed loops and lists, response times of open ones. */
    public boolean isOf(Scenario scenario) {
        return loop.of.contains(scenario.loop());
    }

    /** The one that a fork in {@code scenario} is there for: its speed, or of arrivals, whose rate is given, what was kept of it. */
    public static Metric ofRecord(Scenario scenario) {
        return switch (scenario.loop()) {
            case CLOSED -> THROUGHPUT;
            case OPEN -> ACHIEVED;
            case LIST -> LIST_TIME;
        };
    }

    /** Which loops a metric makes sense of: what an open one, a closed one and a list measure is not the same, though it may look so. */
    private enum Loop {
        CLOSED(Load.Loop.CLOSED),
        OPEN(Load.Loop.OPEN),
        LIST(Load.Loop.LIST),
        /** Those in which pages are in flight all the time. */
        GOES_ON(Load.Loop.CLOSED, Load.Loop.OPEN),
        ANY(Load.Loop.values());

        private final Set<Load.Loop> of;

        Loop(Load.Loop... of) {
            this.of = Set.of(of);
        }
    }

    /** The metric with that id. @throws IllegalArgumentException naming the valid ones */
    public static Metric named(String id) {
        List<String> ids = Arrays.stream(values()).map(Metric::id).toList();
        int at = ids.indexOf(id);
        if (at >= 0) return values()[at];
        throw new IllegalArgumentException(
                "no such metric; there are " + String.join(", ", ids) + Suggestion.of(id, ids));
    }

    /** Its name in ids of numbers: {@code cpu-per-page}. It never changes: ids are quoted. */
    public String id() {
        return id;
    }

    /** What it is called in reports. */
    public String label() {
        return label;
    }

    /** Its unit; empty for counts. */
    public String unit() {
        return unit;
    }

    /** Whether it is a quantile that too few samples would make a guess: p99.9 of 9 000 pages rests on nine of them. */
    public boolean isQuantile() {
        return formula.percentile() > 0;
    }

    /** Whether it is how long pages took since they were asked for: it says nothing of who stood in line. */
    public boolean isServiceTime() {
        return (loop == Loop.CLOSED || loop == Loop.LIST) && (isQuantile() || this == MAX || this == PAGE_MAX);
    }

    /** Whether it is how long pages took since they were due. */
    public boolean isResponseTime() {
        return id.startsWith("response-");
    }

    /** How the forks' values become the cell's. */
    public Over over() {
        return switch (this) {
            case MAX, PAGE_MAX, RESPONSE_MAX, LATENESS_MAX, BACKLOG_MAX, BACKLOG_END, RESIDENT_PEAK, THREADS ->
                Over.LARGEST;
            case LISTS, PAGES, FAILURES, FAILED_AS_TOLD -> Over.SUM;
            case CONNECTIONS, CONNECTIONS_MEASURED, GC_TIME, COLLECTIONS -> Over.AVERAGE;
            default -> Over.MEAN;
        };
    }

    /** How many of {@code n} samples lie beyond this quantile; all of them for a metric that is none. */
    public double beyond(long n) {
        return isQuantile() ? n * (1 - formula.percentile() / 100) : n;
    }
}
