package dev.iomodels.result;

import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/**
 * The histograms of one fork's measurement, in nanoseconds.
 *
 * @param latency to a page's last byte: in a closed loop since it was asked for, in an open one since it was due
 * @param added the same less the page's own delay
 * @param failed likewise to the failure, of fetches that failed, on purpose or not; empty in runs of before it was kept
 * @param lateness how late an open loop came to each page; empty in a closed one
 */
public record Histograms(Histogram latency, Histogram added, Histogram failed, Histogram lateness) {
    /** Those of a closed loop in which nothing failed. */
    public Histograms(Histogram latency, Histogram added) {
        this(latency, added, new Histogram(3), new Histogram(3));
    }

    static Histograms read(Path hlog) {
        Histogram latency = HistogramLog.read(hlog, HistogramLog.LATENCY);
        if (latency.getTotalCount() == 0) throw new Unreadable(hlog, "no histogram tagged latency", null);
        Histogram added = HistogramLog.read(hlog, HistogramLog.ADDED);
        if (added.getTotalCount() != latency.getTotalCount())
            throw new Unreadable(
                    hlog,
                    "cut short or edited: " + latency.getTotalCount() + " latencies, but " + added.getTotalCount()
                            + " added ones",
                    null);
        return new Histograms(
                latency,
                added,
                HistogramLog.read(hlog, HistogramLog.FAILED),
                HistogramLog.read(hlog, HistogramLog.LATENESS));
    }
}
