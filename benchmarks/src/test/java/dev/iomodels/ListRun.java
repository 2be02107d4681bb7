package dev.iomodels;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Interval;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.ListTimes;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A made-up run of a list of 2000 pages, held back for 100 ms each, that nobody has ever fetched. */
public final class ListRun {
    /** Of the list, with all of it in flight. */
    public static final long LEAST = 100_000_000;

    private static final int PAGES = 2_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private ListRun() {}

    public static Plan plan(Preset preset, int blocks, List<String> models) {
        return MadeUpRun.plan(preset, blocks, "list:2000,delay=100ms", models, MadeUpRun.JDK_17);
    }

    /** {@code thread-pool}: 500 ms. {@code raw-selector}: a fifth less. Give or take .1 %, another in each block. With all files and reports. */
    public static RunDirectory of(Path results, Preset preset, int blocks) {
        Plan plan = plan(preset, blocks, List.of("thread-pool", "raw-selector"));
        RunDirectory run = MadeUpRun.create(results, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= blocks; block++) {
                boolean raw = cell.contender().model().equals("raw-selector");
                double scatter = 1
                        + 0.001
                                * (block % (raw ? 2 : 3) - 1)
                                * (cell.contender().control() ? -1 : 1);
                double millis = raw ? 400 : 500;
                store(run, cell, block, measured((long) (millis * scatter * NANOS_PER_MILLI)));
            }
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        Report.writeAll(RunContents.of(run));
        return run;
    }

    /** A fork of four lists, which took 1 ms less than {@code meanNanos}, 1 ms more, and so once again; JMH saw 0.2 ms more of each. */
    public static Measured measured(long meanNanos) {
        return with(
                List.of(meanNanos - 1_000_000, meanNanos + 1_000_000, meanNanos - 1_000_000, meanNanos + 1_000_000));
    }

    /** A fork of these lists, each in an interval of a second. */
    public static Measured with(List<Long> nanos) {
        int pages = PAGES * nanos.size();
        List<Interval> intervals = new ArrayList<>();
        intervals.add(new Interval(true, 1, PAGES, Map.of(), 1, 0.5, 9_000_000, 0.01, 1.0));
        intervals.addAll(Collections.nCopies(
                nanos.size(), new Interval(false, 1, PAGES, Map.of(), 0.8, 0.1, 4_000_000, 0, 0.001)));
        Measured fork = Changed.of(MadeUpRun.measured(pages), "lists", ListTimes.NONE);
        fork = Changed.of(fork, "usersAsked", PAGES);
        fork = Changed.of(fork, "usersStarted", PAGES);
        fork = Changed.of(fork, "meanDelayNanos", (double) LEAST);
        fork = Changed.of(fork, "maxDelayNanos", LEAST);
        fork = Changed.of(fork, "intervals", intervals);
        fork = Changed.of(fork, "lists", new ListTimes(LEAST, nanos));
        return fork.with(
                fork.stub(),
                new JmhScores(
                        "ms/op",
                        nanos.stream().map(one -> one / NANOS_PER_MILLI + 0.2).toList(),
                        (long) nanos.size(),
                        Map.of("page.p50", new JmhScores.Secondary(150.5, "ms"))),
                fork.surroundings());
    }

    /** Stores a fork, with its log. */
    public static void store(RunDirectory run, Cell cell, int block, Measured fork) {
        MadeUpRun.store(run, cell, block, fork);
        AtomicFile.write(run.files(cell, block).log(), "# fork " + block + "\nIteration 1: 1\n");
    }
}
