package dev.iomodels.result;

import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Suggestion;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.HdrHistogram.Histogram;

/**
 * The numbers of a fork, each a function over its raw files. A number that cannot be told honestly is empty. A new
 * metric over recorded data is one constant here, and every report shows it, for old runs too.
 */
public enum Metric {
    THROUGHPUT("throughput", "pages/s", "1/s", Loop.CLOSED, (fork, seen) -> OptionalDouble.of(fork.pagesPerSecond())),
    CEILING(
            "ceiling",
            "% of ceiling",
            "%",
            Loop.CLOSED,
            (fork, seen) -> fork.meanDelayNanos() > 0
                    ? OptionalDouble.of(
                            100 * fork.answers() / fork.seconds() * fork.meanDelayNanos() / 1e9 / fork.usersAsked())
                    : OptionalDouble.empty()),
    CPU_PER_PAGE("cpu-per-page", "CPU/page", "µs", Loop.ANY, (fork, seen) -> Cost.cpuMicrosPerPage(fork)),
    P50("p50", "p50", "ns", Loop.CLOSED, (fork, seen) -> quantile(seen.latency(), 50)),
    P99("p99", "p99", "ns", Loop.CLOSED, (fork, seen) -> quantile(seen.latency(), 99)),
    P999("p99.9", "p99.9", "ns", Loop.CLOSED, (fork, seen) -> quantile(seen.latency(), 99.9)),
    MAX(
            "max",
            "max",
            "ns",
            Loop.CLOSED,
            (fork, seen) -> OptionalDouble.of(seen.latency().getMaxValue())),
    /** Added latency is latency less the page's own delay; like the latencies, a service time where the loop is closed. */
    ADDED_P50("added-p50", "added p50", "ns", Loop.CLOSED, (fork, seen) -> quantile(seen.added(), 50)),
    ADDED_P99("added-p99", "added p99", "ns", Loop.CLOSED, (fork, seen) -> quantile(seen.added(), 99)),
    ADDED_P999("added-p99.9", "added p99.9", "ns", Loop.CLOSED, (fork, seen) -> quantile(seen.added(), 99.9)),
    TURNAROUND(
            "turnaround",
            "turnaround",
            "ns",
            Loop.CLOSED,
            (fork, seen) -> OptionalDouble.of(fork.usersAsked() / fork.pagesPerSecond() * 1e9)),
    BYTES_PER_PAGE("bytes-per-page", "bytes/page", "B", Loop.ANY, (fork, seen) -> Cost.bytesPerPage(fork)),
    PAGES_PER_CPU_SECOND(
            "pages-per-cpu-second",
            "pages/CPU-s",
            "pages/CPU-s",
            Loop.ANY,
            (fork, seen) -> Cost.pagesPerCpuSecond(fork)),
    MEMORY_PER_PAGE(
            "memory-per-page-in-flight",
            "memory/page in flight",
            "B",
            Loop.ANY,
            (fork, seen) -> Cost.memoryPerPageInFlight(fork)),
    IN_FLIGHT_PER_MB(
            "in-flight-per-mb",
            "in flight/MB",
            "pages/MB",
            Loop.ANY,
            (fork, seen) -> Cost.pagesInFlightPerMegabyte(fork)),
    RESIDENT_PEAK(
            "resident-peak",
            "resident peak",
            "B",
            Loop.ANY,
            (fork, seen) -> Cost.known(fork.footprint().residentPeakBytes())),
    THREADS(
            "threads",
            "threads",
            "",
            Loop.ANY,
            (fork, seen) -> Cost.known(fork.footprint().threads())),
    CONNECTIONS(
            "connections",
            "connections",
            "",
            Loop.ANY,
            (fork, seen) -> Cost.known(fork.stub().connections().opened())),
    CONNECTIONS_MEASURED(
            "connections-measured",
            "connections measured",
            "",
            Loop.ANY,
            (fork, seen) -> Cost.known(fork.stub().connections().openedMeasured())),
    SWITCHES_PER_PAGE("switches-per-page", "switches/page", "", Loop.ANY, (fork, seen) -> Cost.switchesPerPage(fork)),
    GC_TIME("gc-time", "GC time", "ms/s", Loop.ANY, (fork, seen) -> Cost.gcMillisPerSecond(fork)),
    COLLECTIONS("collections", "collections", "", Loop.ANY, (fork, seen) -> Cost.collections(fork)),
    PAGES("pages", "n", "", Loop.ANY, (fork, seen) -> OptionalDouble.of(fork.pages())),
    FAILURES("failures", "failures", "", Loop.ANY, (fork, seen) -> OptionalDouble.of(sum(fork.failures()))),
    FAILED_AS_TOLD(
            "failed-as-told",
            "failed as told",
            "",
            Loop.ANY,
            (fork, seen) -> OptionalDouble.of(sum(fork.failedAsTold()))),
    OFFERED(
            "offered",
            "offered/s",
            "1/s",
            Loop.OPEN,
            (fork, seen) -> OptionalDouble.of(fork.arrived().offeredPerSecond())),
    ACHIEVED("achieved", "achieved/s", "1/s", Loop.OPEN, (fork, seen) -> OptionalDouble.of(fork.pagesPerSecond())),
    RESPONSE_P50("response-p50", "response p50", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.latency(), 50)),
    RESPONSE_P99("response-p99", "response p99", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.latency(), 99)),
    RESPONSE_P999("response-p99.9", "response p99.9", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.latency(), 99.9)),
    RESPONSE_MAX(
            "response-max",
            "response max",
            "ns",
            Loop.OPEN,
            (fork, seen) -> OptionalDouble.of(seen.latency().getMaxValue())),
    RESPONSE_ADDED_P50(
            "response-added-p50", "response added p50", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.added(), 50)),
    RESPONSE_ADDED_P99(
            "response-added-p99", "response added p99", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.added(), 99)),
    RESPONSE_ADDED_P999(
            "response-added-p99.9",
            "response added p99.9",
            "ns",
            Loop.OPEN,
            (fork, seen) -> quantile(seen.added(), 99.9)),
    LATENESS_P50("lateness-p50", "lateness p50", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.lateness(), 50)),
    LATENESS_P99("lateness-p99", "lateness p99", "ns", Loop.OPEN, (fork, seen) -> quantile(seen.lateness(), 99)),
    LATENESS_MAX(
            "lateness-max",
            "lateness max",
            "ns",
            Loop.OPEN,
            (fork, seen) -> OptionalDouble.of(seen.lateness().getMaxValue())),
    BACKLOG_MAX(
            "backlog-max",
            "backlog max",
            "",
            Loop.OPEN,
            (fork, seen) -> OptionalDouble.of(fork.arrived().backlogMost())),
    BACKLOG_END(
            "backlog-end",
            "backlog at the end",
            "",
            Loop.OPEN,
            (fork, seen) -> OptionalDouble.of(fork.arrived().backlogEnd())),
    PACER_CPU(
            "pacer-cpu",
            "CPU of the pacer",
            "%",
            Loop.OPEN,
            (fork, seen) -> OptionalDouble.of(100 * fork.arrived().pacerCpuShare()));

    /** So many samples must lie beyond a quantile for it to be shown at all. */
    public static final int SHOWN_FROM = 10;
    /** So many samples must lie beyond a quantile for it to be shown without reserve. */
    public static final int SOUND_FROM = 100;

    private final String id;
    private final String label;
    private final String unit;
    private final Loop loop;
    private final BiFunction<Measured, Histograms, OptionalDouble> function;

    Metric(String id, String label, String unit, Loop loop, BiFunction<Measured, Histograms, OptionalDouble> function) {
        this.id = id;
        this.label = label;
        this.unit = unit;
        this.loop = loop;
        this.function = function;
    }

    /** The metric's value for one fork, in {@link #unit}. */
    public OptionalDouble of(Measured fork, Histograms seen) {
        return loop == Loop.ANY || fork.arrived().open() == (loop == Loop.OPEN)
                ? function.apply(fork, seen)
                : OptionalDouble.empty();
    }

    /** Whether it makes sense of {@code scenario}: service times are of closed loops, response times of open ones. */
    public boolean isOf(Scenario scenario) {
        return loop == Loop.ANY || scenario.open() == (loop == Loop.OPEN);
    }

    /** Which loops a metric makes sense of: what an open one and a closed one measure is not the same, though it may look so. */
    private enum Loop {
        CLOSED,
        OPEN,
        ANY
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
        return quantile() > 0;
    }

    /** Whether it is how long pages took since they were asked for: it says nothing of who stood in line. */
    public boolean isServiceTime() {
        return loop == Loop.CLOSED && (isQuantile() || this == MAX);
    }

    /** Whether it is how long pages took since they were due. */
    public boolean isResponseTime() {
        return id.startsWith("response-");
    }

    /** How the forks' values become the cell's. */
    public Over over() {
        return switch (this) {
            case MAX, RESPONSE_MAX, LATENESS_MAX, BACKLOG_MAX, BACKLOG_END, RESIDENT_PEAK, THREADS -> Over.LARGEST;
            case PAGES, FAILURES, FAILED_AS_TOLD -> Over.SUM;
            case CONNECTIONS, CONNECTIONS_MEASURED, GC_TIME, COLLECTIONS -> Over.AVERAGE;
            default -> Over.MEAN;
        };
    }

    /** What stands for several forks: the mean of the logarithms; of what may be 0, the plain mean; the largest value; or the sum. */
    public enum Over {
        MEAN,
        AVERAGE,
        LARGEST,
        SUM
    }

    /** How many of {@code n} samples lie beyond this quantile; all of them for a metric that is none. */
    public double beyond(long n) {
        return isQuantile() ? n * (1 - quantile() / 100) : n;
    }

    private double quantile() {
        return switch (this) {
            case P50, ADDED_P50, RESPONSE_P50, RESPONSE_ADDED_P50, LATENESS_P50 -> 50;
            case P99, ADDED_P99, RESPONSE_P99, RESPONSE_ADDED_P99, LATENESS_P99 -> 99;
            case P999, ADDED_P999, RESPONSE_P999, RESPONSE_ADDED_P999 -> 99.9;
            default -> 0;
        };
    }

    private static OptionalDouble quantile(Histogram histogram, double percentile) {
        return OptionalDouble.of(histogram.getValueAtPercentile(percentile));
    }

    private static long sum(Map<Failure, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
