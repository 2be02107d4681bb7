package dev.iomodels.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * What JMH itself made of a fork.
 *
 * @param unit of the scores: ops/s, where an operation is a page
 * @param iterations the score of each measurement iteration
 * @param secondary the secondary metrics by name
 */
public record JmhScores(String unit, List<Double> iterations, Map<String, Secondary> secondary) {
    /** JMH was not asked. */
    public static final JmhScores NONE = new JmhScores("", List.of(), Map.of());

    /** A secondary metric over the whole fork, and its unit. */
    public record Secondary(double score, String unit) {}

    /** Reads them off JMH's result of one fork. */
    public static JmhScores of(BenchmarkResult fork) {
        List<Double> scores = fork.getIterationResults().stream()
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
        Map<String, Secondary> secondary = new TreeMap<>();
        fork.getSecondaryResults()
                .forEach(
                        (name, result) -> secondary.put(name, new Secondary(result.getScore(), result.getScoreUnit())));
        return new JmhScores(fork.getScoreUnit(), scores, secondary);
    }
}
