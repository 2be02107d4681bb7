package dev.iomodels.result;

import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/**
 * The histograms of one fork's measurement, in nanoseconds.
 *
 * @param latency from asking for a page to its last byte
 * @param added the same less the page's own delay
 * @param failed from asking to the failure, of fetches that failed, on purpose or not; empty in runs of before it was kept
 */
public record Histograms(Histogram latency, Histogram added, Histogram failed) {
    /** Those of a fork in which nothing failed. */
    public Histograms(Histogram latency, Histogram added) {
        this(latency, added, new Histogram(3));
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
        return new Histograms(latency, added, HistogramLog.read(hlog, HistogramLog.FAILED));
    }
}
