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
 * @param failures failures by kind since the tally began (not since the last flip)
 */
public record Flip(long atNanos, Histogram latency, Histogram added, Map<Failure, Long> failures) {
    /** How many right pages came back in the interval. */
    public long pages() {
        return latency.getTotalCount();
    }
}
