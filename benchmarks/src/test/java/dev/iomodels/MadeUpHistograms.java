package dev.iomodels;

import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Histograms;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Latencies that nobody measured, and the log that a real fork would write of them. */
final class MadeUpHistograms {
    private static final long MILLI = 1_000_000;
    private static final long MEASURED_MILLIS = 4_000;

    private MadeUpHistograms() {}

    static Histograms of(long pages) {
        Histogram latency = new Histogram(3);
        Histogram added = new Histogram(3);
        for (long i = 0; i < pages; i++) {
            latency.recordValue((101 + i * 100 / pages) * MILLI);
            added.recordValue((1 + i * 100 / pages) * MILLI);
        }
        return new Histograms(latency, added);
    }

    static void write(Path file, long beginMillis, Histograms histograms) {
        HistogramLog.write(file, beginMillis, log -> {
            for (Histogram one : List.of(histograms.latency(), histograms.added())) {
                one.setStartTimeStamp(beginMillis);
                one.setEndTimeStamp(beginMillis + MEASURED_MILLIS);
            }
            log.line(HistogramLog.LATENCY, histograms.latency());
            log.line(HistogramLog.ADDED, histograms.added());
        });
    }
}
