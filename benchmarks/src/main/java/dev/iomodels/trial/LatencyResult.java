package dev.iomodels.trial;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarDerivativeResult;

/**
 * A histogram as a secondary result. Aggregating adds histograms, so that a quantile over iterations or forks is the
 * quantile of all their pages: the mean of quantiles is a quantile of nothing.
 */
public final class LatencyResult extends Result<LatencyResult> {
    private static final long serialVersionUID = 1;
    private static final double NANOS_PER_MILLI = 1e6;

    private final byte[] encoded;

    LatencyResult(String label, Histogram histogram) {
        super(
                ResultRole.SECONDARY,
                label + ".p50",
                of(histogram.getValueAtPercentile(50) / NANOS_PER_MILLI),
                "ms",
                AggregationPolicy.AVG);
        this.encoded = encode(histogram);
    }

    private static byte[] encode(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        return Arrays.copyOf(buffer.array(), histogram.encodeIntoCompressedByteBuffer(buffer));
    }

    private Histogram histogram() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(encoded), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("a histogram of this JVM's own making cannot be decoded", e);
        }
    }

    @Override
    protected Aggregator<LatencyResult> getThreadAggregator() {
        return LatencyResult::sum;
    }

    @Override
    protected Aggregator<LatencyResult> getIterationAggregator() {
        return LatencyResult::sum;
    }

    private static LatencyResult sum(Collection<LatencyResult> parts) {
        Histogram sum = new Histogram(3);
        parts.forEach(part -> sum.add(part.histogram()));
        String label = parts.iterator().next().getLabel();
        return new LatencyResult(label.substring(0, label.indexOf('.')), sum);
    }

    @Override
    protected Collection<? extends Result<?>> getDerivativeResults() {
        String name = getLabel().substring(0, getLabel().indexOf('.'));
        Histogram histogram = histogram();
        return List.of(
                derived(name + ".p99", histogram.getValueAtPercentile(99)),
                derived(name + ".p99.9", histogram.getValueAtPercentile(99.9)),
                derived(name + ".max", histogram.getMaxValue()));
    }

    private static ScalarDerivativeResult derived(String label, long nanos) {
        return new ScalarDerivativeResult(label, nanos / NANOS_PER_MILLI, "ms", AggregationPolicy.AVG);
    }
}
