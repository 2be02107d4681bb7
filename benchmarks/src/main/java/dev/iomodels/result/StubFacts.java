package dev.iomodels.result;

/**
 * What the stub says of one fork's measurement, warm-up left out: about the same seconds, as seen from the runner.
 *
 * @param requests pages that it was asked for
 * @param latenessP50Nanos how late answers left, less the delay asked for: the median
 * @param latenessP99Nanos the same, 99 % of them
 * @param latenessMaxNanos the latest
 * @param cpuShare CPU seconds per second of its whole process
 * @param busiestThreadShare CPU seconds per second of its busiest thread: near 1, the stub is what was measured
 * @param connections that were opened to it
 */
public record StubFacts(
        long requests,
        long latenessP50Nanos,
        long latenessP99Nanos,
        long latenessMaxNanos,
        double cpuShare,
        double busiestThreadShare,
        Connections connections) {
    /** Nobody asked the stub. */
    public static final StubFacts UNKNOWN = new StubFacts(-1, -1, -1, -1, Double.NaN, Double.NaN, Connections.UNKNOWN);

    public StubFacts {
        // Runs of before it was asked do not tell.
        if (connections == null) connections = Connections.UNKNOWN;
    }
}
