package dev.iomodels.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ThroughputResult;

/** What JMH itself makes of the secondary results, by its own aggregation. */
class LatencyResultTest {
    private static final long MILLI = 1_000_000;

    private static Histogram histogram(int fast, long fastMillis, int slow, long slowMillis) {
        Histogram histogram = new Histogram(3);
        histogram.recordValueWithCount(fastMillis * MILLI, fast);
        histogram.recordValueWithCount(slowMillis * MILLI, slow);
        return histogram;
    }

    private static IterationResult iteration(Result<?>... secondary) {
        IterationResult iteration = new IterationResult(null, null, null);
        iteration.addResult(new ThroughputResult(ResultRole.PRIMARY, "page", 1_000, 1_000_000_000, TimeUnit.SECONDS));
        iteration.addResults(List.of(secondary));
        return iteration;
    }

    private static Map<String, Double> scores(List<IterationResult> iterations) {
        Map<String, Double> scores = new java.util.TreeMap<>();
        new BenchmarkResult(null, iterations)
                .getSecondaryResults()
                .forEach((label, result) -> scores.put(label, result.getScore()));
        return scores;
    }

    @Test
    void quantilesOverIterations_areThoseOfAllPages_notTheMeanOfQuantiles() {
        // Each has 1000 pages, 20 of them slow, so a p99 of 40, 80 and 160 ms. Of all 3000 pages 30 lie beyond the p99:
        // the 20 of 160 ms and ten of the 20 of 80 ms.
        List<IterationResult> iterations = new ArrayList<>();
        for (long slow : new long[] {40, 80, 160})
            iterations.add(iteration(new LatencyResult("latency", histogram(980, 1, 20, slow))));
        assertThat(iterations)
                .extracting(one ->
                        Math.round(one.getSecondaryResults().get("latency.p99").getScore()))
                .containsExactly(40L, 80L, 160L);
        Map<String, Double> scores = scores(iterations);
        assertThat(scores).containsOnlyKeys("latency.p50", "latency.p99", "latency.p99.9", "latency.max");
        assertThat(scores.get("latency.p50")).isCloseTo(1, within(0.01));
        assertThat(scores.get("latency.p99")).isCloseTo(80, within(0.1));
        assertThat(scores.get("latency.p99.9")).isCloseTo(160, within(0.2));
        assertThat(scores.get("latency.max")).isCloseTo(160, within(0.2));
    }

    @Test
    void quantilesOverForks_areThoseOfAllPages_howeverUnequalTheForks() {
        BenchmarkResult many = new BenchmarkResult(
                null, List.of(iteration(new LatencyResult("latency", histogram(99_000, 1, 1_000, 10)))));
        BenchmarkResult few =
                new BenchmarkResult(null, List.of(iteration(new LatencyResult("latency", histogram(5, 500, 5, 900)))));
        Result<?> p99 = new RunResult(null, List.of(many, few))
                .getAggregatedResult()
                .getSecondaryResults()
                .get("latency.p99");
        assertThat(p99.getScore()).isCloseTo(10, within(0.02));
    }

    @Test
    void latencyAndAdded_areAggregatedApart() {
        Map<String, Double> scores = scores(List.of(
                iteration(
                        new LatencyResult("latency", histogram(100, 50, 0, 60)),
                        new LatencyResult("added", histogram(100, 1, 0, 60))),
                iteration(
                        new LatencyResult("latency", histogram(100, 50, 0, 60)),
                        new LatencyResult("added", histogram(100, 2, 0, 60)))));
        assertThat(scores.get("latency.p99")).isCloseTo(50, within(0.1));
        assertThat(scores.get("added.p50")).isCloseTo(1, within(0.01));
        assertThat(scores.get("added.p99")).isCloseTo(2, within(0.01));
    }

    @Test
    void ratio_addsWhatWasSpentAndThePages_thenDivides() {
        // 100 µs for 10 pages and 100 µs for 1000: 0.198 a page, not the mean of 10 and 0.1.
        Map<String, Double> scores = scores(List.of(
                iteration(new RatioResult("cpu", 100, 10, "us/page")),
                iteration(new RatioResult("cpu", 100, 1_000, "us/page"))));
        assertThat(scores.get("cpu")).isCloseTo(200 / 1_010.0, within(1e-12));
    }

    @Test
    void ratioOfNoPages_isNoNumber_andDoesNotSpoilTheRest() {
        RatioResult empty = new RatioResult("cpu", 5, 0, "us/page");
        assertThat(empty.getScore()).isNaN();
        Map<String, Double> scores =
                scores(List.of(iteration(empty), iteration(new RatioResult("cpu", 95, 10, "us/page"))));
        assertThat(scores.get("cpu")).isEqualTo(10);
    }
}
