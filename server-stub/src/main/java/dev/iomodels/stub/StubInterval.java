package dev.iomodels.stub;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a stub did between two readings of its {@link StubStats}.
 *
 * @param nanos how long the interval is
 * @param requests pages asked for within it
 * @param connectionsOpened within it, readings left out
 * @param handshakes TLS handshakes within it, readings left out, by the protocol and cipher that they agreed on
 * @param cpuNanos CPU time of the whole process
 * @param busiestThread the thread that used the most CPU time in it
 * @param busiestThreadShare of one core, 0 to 1: how busy that thread was
 * @param lateness of the pages that left within it, in nanoseconds; this record's own copy
 */
public record StubInterval(
        long nanos,
        long requests,
        long connectionsOpened,
        Map<String, Long> handshakes,
        long cpuNanos,
        String busiestThread,
        double busiestThreadShare,
        Histogram lateness) {

    /** Quantiles of {@link #lateness}, in nanoseconds. */
    public StubStats.Quantiles latenessQuantiles() {
        return StubStats.Quantiles.of(lateness);
    }
}
