package dev.iomodels;

import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.Arrived;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.Connections;
import dev.iomodels.result.Environment;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Histograms;
import dev.iomodels.result.Interval;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.Json;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.ListTimes;
import dev.iomodels.result.Points;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.StubFacts;
import dev.iomodels.result.StubPlace;
import dev.iomodels.result.Sums;
import dev.iomodels.result.Surroundings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A run that never was, with numbers that can be worked out by hand, written as a real one writes it. */
public final class MadeUpRun {
    public static final Jdk JDK_17 = new Jdk("/jvm/jdk-17", 17, "17.0.1", "Maker");
    public static final Jdk JDK_25 = new Jdk("/jvm/jdk-25", 25, "25.0.1", "Maker");
    private static final JvmFacts JVM = JvmFacts.here();
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:03:00Z");
    private static final long MILLI = 1_000_000;

    /** Two cores for 4 s: 3.2 s the fork's, 1.6 s the stub's, 0.1 s the runner's, 0.1 s somebody else's. */
    public static final Surroundings QUIET =
            new Surroundings(4, 390, 60_000, 200_000, 2 * MILLI, 2 * MILLI, 2, 5.0, 0.0, 0, 0.1, 0, 0);

    private static final ForkResult.Failed FAILED =
            new ForkResult.Failed("it \"crashed\", and burned", List.of("# A fatal error", "Aborted | dumped"));

    private MadeUpRun() {}

    public static Plan plan(Preset preset, int blocks, String scenarios, List<String> models, Jdk... jdks) {
        return Planner.plan(preset, 1, blocks, Scenarios.parse(scenarios), models, List.of(jdks), Terms.with(JDK_25));
    }

    public static RunRecord record(Plan plan, String id) {
        Environment environment = new Environment(
                "A Processor",
                2,
                8L << 30,
                "none",
                "performance",
                "An OS",
                "Linux 6.1 amd64",
                JVM,
                new StubPlace.OwnProcess(JDK_25, List.of("-Xmx512m")),
                "0.1.0",
                "abcdef0",
                Map.of("jmh", "1.37", "httpclient", "5.6"));
        return RunRecord.begun(
                id, BEGIN.toString(), List.of("run", "--preset", plan.preset().label()), environment, List.of(), plan);
    }

    /** A run directory without any fork. */
    public static RunDirectory create(Path results, Plan plan) {
        RunDirectory run = RunDirectory.create(results, BEGIN, plan.preset().label());
        run.write(record(plan, run.id()));
        return run;
    }

    /**
     * A fork of two iterations of 2 s, each with half of {@code pages}. Pages were held back for 100 ms in the mean and took
     * 150.5 ms; as many users were started as Little's law then wants, of at least 1000. Each iteration took 1.6 s of CPU time, 0.1 s of it the harness's, and 4 MB.
     */
    public static Measured measured(long pages) {
        return measured(pages, 100e6, Map.of());
    }

    public static Measured measured(long pages, double meanDelayNanos, Map<Failure, Long> failures) {
        Interval warmup = new Interval(true, 2, 77, Map.of(Failure.RESET, 5L), 2, 0.5, 9_000_000, 0.01, 1.0);
        Interval first = new Interval(false, 2, pages / 2, failures, 1.6, 0.1, 4_000_000, 0.01, 0.01);
        Interval second = new Interval(false, 2, pages - pages / 2, Map.of(), 1.6, 0.1, 4_000_000, 0, 0.01);
        int started = (int) Math.max(1, Math.round(pages / 4.0 * 0.1505));
        return new Measured(
                JVM,
                "200 threads",
                Math.max(1_000, (started + 999) / 1_000 * 1_000),
                started,
                meanDelayNanos,
                (long) (1.5 * meanDelayNanos),
                20_000,
                0,
                0.05,
                "the JVM's total",
                List.of(warmup, first, second),
                points(pages),
                Arrived.NONE,
                ListTimes.NONE,
                Footprint.UNKNOWN,
                new StubFacts(pages, 100_000, 900_000, 3_000_000, 0.4, 0.3, Connections.plain(started, 0)),
                new JmhScores(
                        "ops/s",
                        List.of(pages / 4.0, pages / 4.0 + 1),
                        pages,
                        Map.of(
                                "latency.p50", new JmhScores.Secondary(101.5, "ms"),
                                "cpu", new JmhScores.Secondary(Double.NaN, "us/page"))),
                QUIET);
    }

    /** As steady as whole pages allow: a point every quarter of 4 s. */
    private static Points points(long pages) {
        return new Points(
                IntStream.rangeClosed(0, 16).mapToObj(i -> i / 4.0).toList(),
                IntStream.rangeClosed(0, 16).mapToObj(i -> i * pages / 16).toList());
    }

    /** The same, with a stub whose busiest thread was busy for 93 % of the time. */
    public static Measured stubBound(Measured fork) {
        return Changed.of(fork, "stub", Changed.of(fork.stub(), "busiestThreadShare", 0.93));
    }

    /** The same on another JDK. */
    public static Measured on(Jdk jdk, Measured fork) {
        JvmFacts jvm = Changed.of(fork.jvm(), "home", jdk.home());
        jvm = Changed.of(jvm, "feature", jdk.feature());
        jvm = Changed.of(jvm, "javaVersion", jdk.version());
        jvm = Changed.of(jvm, "version", jdk.version() + "+1");
        return Changed.of(fork, "jvm", Changed.of(jvm, "vendor", jdk.vendor()));
    }

    /** As many latencies from 101 ms to 200 ms, evenly spread, and the same less 100 ms. */
    public static Histograms histograms(long pages) {
        return MadeUpHistograms.of(pages);
    }

    /** Stores how a fork ended; one that measured with {@link #histograms} of its pages. */
    public static void store(RunDirectory run, Cell cell, int block, ForkResult ended) {
        ForkFiles files = run.files(cell, block);
        ForkResult result =
                ended instanceof Measured measured ? on(cell.contender().jdk(), measured) : ended;
        if (result instanceof Measured measured)
            MadeUpHistograms.write(files.hlog(), BEGIN.toEpochMilli(), histograms(measured.pages()));
        Json.write(files.json(), result);
    }

    /**
     * A run with everything in it. {@code cpu}: noop; blocking with a failed fork; virtual-thread skipped; selector not
     * measured yet; raw-selector. {@code wait}: blocking with few pages; virtual-thread skipped; selector failed; and
     * raw-selector with many pages.
     */
    public static RunDirectory example(Path results) {
        Plan plan = plan(
                Preset.QUICK,
                3,
                "cpu,wait",
                List.of("noop", "blocking", "virtual-thread", "selector", "raw-selector"),
                JDK_17);
        RunDirectory run = create(results, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= plan.blocks(); block++)
                switch (cell.path()) {
                    case "cpu/noop@17" -> store(run, cell, block, measured(400_000, 0, Map.of()));
                    case "cpu/blocking@17" ->
                        store(run, cell, block, block == 2 ? FAILED : measured(4_000, 0, Map.of()));
                    case "cpu/raw-selector@17" -> store(run, cell, block, measured(8_000, 0, Map.of()));
                    case "wait/blocking@17" -> store(run, cell, block, measured(2_000));
                    case "wait/selector-1@17" -> store(run, cell, block, FAILED);
                    case "wait/raw-selector@17" -> store(run, cell, block, measured(198_000 + 1_000L * block));
                    case "cpu/selector-1@17" -> {}
                    default -> store(run, cell, block, new ForkResult.Skipped(cell.skip()));
                }
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        return run;
    }

    /**
     * A run that is all there: all forks of each cell, their logs, every report, and {@code SHA256SUMS}. In {@code wait}: blocking with few pages, virtual-thread skipped, raw-selector with many.
     */
    public static RunDirectory complete(Path results, Preset preset, int blocks) {
        Plan plan = plan(preset, blocks, "wait", List.of("blocking", "virtual-thread", "raw-selector"), JDK_17);
        RunDirectory run = create(results, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= plan.blocks(); block++) {
                boolean skipped = !cell.skip().isEmpty();
                long pages = cell.contender().model().equals("blocking") ? 2_000 : 40_000 + 100L * block;
                store(run, cell, block, skipped ? new ForkResult.Skipped(cell.skip()) : measured(pages));
                if (!skipped) AtomicFile.write(run.files(cell, block).log(), "# fork " + block + "\nIteration 1: 1\n");
            }
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        Report.writeAll(RunContents.of(run));
        return run;
    }
}
