package dev.iomodels;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.Arrived;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Histograms;
import dev.iomodels.result.Json;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A made-up run of an open loop: 10 000 pages a second, for 4 s, that nobody has ever fetched. */
public final class OpenRun {
    /** What a fork says that had to give up. */
    public static final ForkResult.Saturated SATURATED = new ForkResult.Saturated(
            MadeUpRun.measured(8).jvm(), "1 thread", 1, 10_000, 39.1, 5.2, "all 1 places in flight were taken for 5 s");

    private static final long MILLI = 1_000_000;

    private OpenRun() {}

    /** {@code blocking}: saturated. {@code selector}: so in the second block only. {@code raw-selector}: measured. With all files and reports. */
    public static RunDirectory of(Path results, Preset preset, int blocks) {
        Plan plan = MadeUpRun.plan(
                preset,
                blocks,
                "open:10000/s,delay=100ms",
                List.of("blocking", "selector", "raw-selector"),
                MadeUpRun.JDK_17);
        RunDirectory run = MadeUpRun.create(results, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= blocks; block++) {
                String model = cell.contender().model();
                boolean gaveUp = model.equals("blocking") || model.equals("selector") && block == 2;
                store(run, cell, block, gaveUp ? SATURATED : measured(40_000));
            }
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        Report.writeAll(RunContents.of(run));
        return run;
    }

    /** A fork that fetched {@code pages} of the 40 000 that were due. */
    public static Measured measured(long pages) {
        Measured base = MadeUpRun.on(MadeUpRun.JDK_17, MadeUpRun.measured(pages));
        return new Measured(
                base.jvm(),
                base.limits(),
                4_096,
                4_096,
                base.meanDelayNanos(),
                base.maxDelayNanos(),
                base.hotPages(),
                base.earlyPages(),
                base.idleCpuShare(),
                base.allocationCounter(),
                base.intervals(),
                base.points(),
                new Arrived(10_000, 40_000, 40_000, 39_990, 1_500, 321, 10, 0.0712),
                base.lists(),
                base.footprint(),
                base.stub(),
                base.jmh(),
                base.surroundings());
    }

    /** Stores a fork, with lateness from 1 µs to 400 µs, evenly spread. */
    public static void store(RunDirectory run, Cell cell, int block, ForkResult result) {
        ForkFiles files = run.files(cell, block);
        if (result instanceof Measured measured) {
            Histograms histograms = MadeUpRun.histograms(measured.pages());
            Histogram lateness = new Histogram(3);
            for (long i = 0; i < measured.arrived().paced(); i++) lateness.recordValue(1_000 * (1 + i / 100));
            HistogramLog.write(files.hlog(), 0, log -> {
                log.line(HistogramLog.LATENCY, timed(histograms.latency()));
                log.line(HistogramLog.ADDED, timed(histograms.added()));
                log.line(HistogramLog.LATENESS, timed(lateness));
            });
        }
        AtomicFile.write(files.log(), "# fork " + block + "\nIteration 1: 1\n");
        Json.write(files.json(), result);
    }

    private static Histogram timed(Histogram histogram) {
        histogram.setStartTimeStamp(0);
        histogram.setEndTimeStamp(4_000 * MILLI / MILLI);
        return histogram;
    }
}
