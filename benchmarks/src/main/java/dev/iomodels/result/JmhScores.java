package dev.iomodels.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * What JMH itself made of a fork.
 *
 * @param unit of the scores: ops/s, where an operation is a page; ms/op, where it is a list
 * @param iterations the score of each measurement iteration
 * @param operations how many operations JMH counted in the measurement; -1 if it was not asked
 * @param secondary the secondary metrics by name
 */
public record JmhScores(String unit, List<Double> iterations, Long operations, Map<String, Secondary> secondary) {
    /** JMH was not asked. */
    public static final JmhScores NONE = new JmhScores("", List.of(), -1L, Map.of());

    public JmhScores {
        if (operations == null) operations = -1L;
    }

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
        long operations = fork.getMetadata() == null ? -1 : fork.getMetadata().getMeasurementOps();
        return new JmhScores(fork.getScoreUnit(), scores, operations, secondary);
    }
}
