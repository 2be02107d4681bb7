package dev.iomodels.gate;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.Arrived;
import dev.iomodels.result.Connections;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Histograms;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.Points;
import dev.iomodels.result.StubFacts;
import dev.iomodels.result.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** A fork of {@link MadeUpRun} with one thing changed. Nothing changed, all its gates are green. */
final class MadeUpFork {
    long pages = 8_000;
    long hotPages = 20_000;
    long lost;
    long operations = -2;
    double meanDelayNanos = 100e6;
    double latenessMillis = 0.9;
    double busiest = 0.3;
    double stubCpu = 0.4;
    double compileSeconds = 0.01;
    Map<Failure, Long> failures = Map.of();
    int failedAfter100Millis;
    Map<Failure, Long> failedAsToldTwice = Map.of();
    Surroundings around = MadeUpRun.QUIET;
    Points points = points(x -> 2_000);
    String model = "raw-selector";
    String stub = "";
    int feature = 17;
    int early;
    long maxDelayNanos;
    boolean interruptsCharged;
    boolean open;
    long due = -1;
    double sentLateMillis = 0.1;

    /** A rate at each time, in seconds, added up in quarters of a second for 9 s. */
    static Points points(DoubleUnaryOperator rate) {
        long[] sum = new long[37];
        for (int i = 1; i < sum.length; i++) sum[i] = sum[i - 1] + Math.round(rate.applyAsDouble(i / 4.0) / 4);
        return new Points(
                IntStream.range(0, sum.length).mapToObj(i -> i / 4.0).toList(),
                IntStream.range(0, sum.length).mapToObj(i -> sum[i]).toList());
    }

    static Surroundings around(double hiccupMillis, double busy, double stolen, long periods, long throttled) {
        long nanos = (long) (hiccupMillis * 1e6);
        return new Surroundings(4, 390, 60_000, 200_000, nanos, nanos, 2, busy, 0.0, stolen, 0.1, periods, throttled);
    }

    static Surroundings interrupted(double busy, double interrupts) {
        return new Surroundings(4, 390, 60_000, 200_000, 1, 1, 2, busy, interrupts, 0, 0.1, 0, 0);
    }

    ForkFacts facts() {
        Plan as = MadeUpRun.plan(
                Preset.QUICK, 3, open ? "open:2000/s" : "cpu,wait", List.of("noop", "raw-selector"), MadeUpRun.JDK_17);
        Terms terms = new Terms(as.terms().jvmArgs(), stub, as.terms().stubJdk(), "", "", false);
        Plan plan = as.on(terms);
        Cell cell = plan.cells().stream()
                .filter(one -> one.contender().model().equals(model))
                .findFirst()
                .orElseThrow();
        Histograms seen = histograms();
        Histogram lateness = new Histogram(3);
        for (int i = 1; i <= 1_000 && open; i++) lateness.recordValue(i <= 985 ? 1_000 : (long) (sentLateMillis * 1e6));
        return new ForkFacts(
                plan,
                cell,
                1,
                raw(),
                new Histograms(seen.latency(), seen.added(), seen.failed(), lateness),
                interruptsCharged);
    }

    private Arrived arrived() {
        long pagesDue = due < 0 ? pages : due;
        return open ? new Arrived(pagesDue / 4.0, pagesDue, 1_000, pagesDue, 0, 1, 0, 0.05) : Arrived.NONE;
    }

    private Histograms histograms() {
        Histograms seen = MadeUpRun.histograms(Math.max(1, pages));
        for (int i = 0; i < failedAfter100Millis; i++) seen.failed().recordValue(100_000_000);
        return seen;
    }

    private Measured raw() {
        Measured base = MadeUpRun.on(
                feature == 17 ? MadeUpRun.JDK_17 : MadeUpRun.JDK_25,
                MadeUpRun.measured(pages, meanDelayNanos, failures));
        base = Changed.of(
                base,
                "intervals",
                base.intervals().stream()
                        .map(one -> Changed.of(one, "compileSeconds", compileSeconds))
                        .map(one -> Changed.of(one, "failedAsTold", failedAsToldTwice))
                        .toList());
        base = Changed.of(base, "usersStarted", (int) (base.usersStarted() + lost));
        if (maxDelayNanos != 0) base = Changed.of(base, "maxDelayNanos", maxDelayNanos);
        base = Changed.of(base, "hotPages", hotPages);
        base = Changed.of(base, "earlyPages", early);
        base = Changed.of(base, "points", points);
        base = Changed.of(base, "arrived", arrived());
        return base.with(
                new StubFacts(pages, 1, (long) (latenessMillis * 1e6), 1, stubCpu, busiest, Connections.UNKNOWN),
                new JmhScores("ops/s", List.of(), operations == -2 ? pages : operations, Map.of()),
                around);
    }
}
