package dev.iomodels.load;

import dev.iomodels.fetch.Failure;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The end of one interval of a {@link Tally} and the beginning of the next.
 *
 * @param atNanos when, on the tally's clock
 * @param latency latencies of the interval's right pages, in nanoseconds; their number is the interval's page count
 * @param added the same less each page's own delay
 * @param failed from asking to the failure, of the interval's fetches that failed, on purpose or not
 * @param failures the interval's failures by kind, those on purpose left out
 * @param asTold the same of those on purpose
 */
public record Flip(
        long atNanos,
        Histogram latency,
        Histogram added,
        Histogram failed,
        Map<Failure, Long> failures,
        Map<Failure, Long> asTold) {
    /** How many right pages came back in the interval. */
    public long pages() {
        return latency.getTotalCount();
    }
}
