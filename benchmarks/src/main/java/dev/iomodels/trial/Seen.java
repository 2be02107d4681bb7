package dev.iomodels.trial;

import dev.iomodels.load.Flip;
import dev.iomodels.load.Pace;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Interval;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * An interval as recorded, with when it was, in milliseconds since the epoch.
 *
 * @param listNanos the time of the list that was fetched in it; empty where there are no lists
 */
record Seen(
        Interval interval,
        Flip flip,
        Optional<Pace> pace,
        Optional<Long> listNanos,
        long fromNanos,
        long fromMillis,
        long toMillis) {

    /** What is logged under {@code tag}; lateness is there in open loops only. */
    Histogram histogram(String tag) {
        return switch (tag) {
            case HistogramLog.LATENCY -> flip.latency();
            case HistogramLog.ADDED -> flip.added();
            case HistogramLog.FAILED -> flip.failed();
            default -> pace.map(Pace::lateness).orElseThrow();
        };
    }

    /** Writes its histograms, each under a tag that says which kind of interval it was. */
    void log(HistogramLog log) {
        log(log, HistogramLog.LATENCY);
        log(log, HistogramLog.ADDED);
        if (pace.isPresent()) log(log, HistogramLog.LATENESS);
    }

    private void log(HistogramLog log, String tag) {
        Histogram histogram = histogram(tag);
        histogram.setStartTimeStamp(fromMillis);
        histogram.setEndTimeStamp(toMillis);
        log.line((interval.warmup() ? "warmup-" : "iteration-") + tag, histogram);
    }
}
