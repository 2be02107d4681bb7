package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why the replicate is the fork: forks that spread by 3 % and iterations that spread by 2 % around their fork, as on an
 * ordinary machine, and how often each way of counting is right about a truth that is known here.
 */
class SimulationTest {
    private static final int REPETITIONS = 10_000;
    private static final int ITERATIONS = 5;
    private static final double BETWEEN = 0.03;
    private static final double WITHIN = 0.02;

    /** The iterations of some forks of a thing whose true value is 1. */
    private static double[][] forks(int forks, Random random) {
        double[][] values = new double[forks][ITERATIONS];
        for (double[] fork : values) {
            double own = BETWEEN * random.nextGaussian();
            for (int i = 0; i < ITERATIONS; i++) fork[i] = Math.exp(own + WITHIN * random.nextGaussian());
        }
        return values;
    }

    private static Map<Integer, Double> perFork(double[][] forks) {
        Map<Integer, Double> means = new HashMap<>();
        for (int i = 0; i < forks.length; i++)
            means.put(i + 1, DoubleStream.of(forks[i]).average().orElseThrow());
        return means;
    }

    private static DoubleStream pooled(double[][] forks) {
        return IntStream.range(0, forks.length).boxed().flatMapToDouble(i -> DoubleStream.of(forks[i]));
    }

    private interface Trial {
        boolean hits(Random random);
    }

    /** In how many of a hundred repetitions it hits. */
    private static double percent(Trial trial) {
        Random random = new Random(20_261_122);
        int hits = 0;
        for (int i = 0; i < REPETITIONS; i++) if (trial.hits(random)) hits++;
        return 100.0 * hits / REPETITIONS;
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void intervalOfACell_holdsTheTruthInNinetyFivePercent(int forks) {
        double covered = percent(random -> {
            Estimate estimate =
                    Estimate.of(List.copyOf(perFork(forks(forks, random)).values()));
            return Math.abs(Math.log(estimate.value()))
                    <= Math.log(estimate.factor().orElseThrow());
        });
        assertThat(covered).isBetween(93.0, 97.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void twoOfAKind_pairedByBlock_areCalledDifferentInNoMoreThanSixPercent(int forks) {
        double alarms = percent(random -> new Family(1)
                .range(Difference.paired(perFork(forks(forks, random)), perFork(forks(forks, random)))
                        .orElseThrow())
                .orElseThrow()
                .excludesOne());
        assertThat(alarms).isBetween(3.0, 6.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void twoRunsOfAKind_byWelch_areCalledDifferentInNoMoreThanSixPercent(int forks) {
        double alarms = percent(random -> new Family(1)
                .range(Difference.welch(
                        perFork(forks(forks, random)).values().stream().mapToDouble(Double::doubleValue),
                        perFork(forks(forks, random)).values().stream().mapToDouble(Double::doubleValue)))
                .orElseThrow()
                .excludesOne());
        assertThat(alarms).isBetween(2.5, 6.0);
    }

    @Test
    void twoOfAKind_areHardlyEverCalledFasterOrSlower() {
        double alarms = percent(random -> {
            Verdict.Kind kind = Verdict.of(
                            Difference.paired(perFork(forks(5, random)), perFork(forks(5, random)))
                                    .orElseThrow(),
                            new Family(1),
                            0.03)
                    .kind();
            return kind == Verdict.Kind.MORE || kind == Verdict.Kind.LESS;
        });
        assertThat(alarms).isLessThan(2.0);
    }

    @Test
    void iterationsTakenForReplicates_wouldCallTwoOfAKindDifferentInAThird() {
        double alarms = percent(random -> Difference.welch(pooled(forks(5, random)), pooled(forks(5, random)))
                .range(0.95)
                .orElseThrow()
                .excludesOne());
        assertThat(alarms).isBetween(28.0, 38.0);
    }

    @Test
    void jmhsIntervalOf999PerMille_wouldHoldTheTruthInNinetyPercentOrFewer() {
        double t = TDistribution.of(5 * ITERATIONS - 1).inverseCumulativeProbability(0.9995);
        double covered = percent(random -> {
            double[] all = pooled(forks(5, random)).toArray();
            double mean = DoubleStream.of(all).average().orElseThrow();
            double squares =
                    DoubleStream.of(all).map(one -> (one - mean) * (one - mean)).sum();
            return Math.abs(mean - 1) <= t * Math.sqrt(squares / (all.length - 1) / all.length);
        });
        assertThat(covered).isBetween(86.0, 92.0);
    }

    /** Why there are no words below five forks: with few, the interval is so wide that the words would be "not settled". */
    @ParameterizedTest
    @CsvSource({"3, 30, 45", "5, 90, 100"})
    void trueTwentyPercent_inAFamilyOfFour_isFoundInSoManyPercentOfRuns(int forks, double least, double most) {
        double found = percent(random -> {
            Map<Integer, Double> faster = perFork(forks(forks, random));
            faster.replaceAll((block, value) -> 1.2 * value);
            return new Family(4)
                    .range(Difference.paired(faster, perFork(forks(forks, random)))
                            .orElseThrow())
                    .orElseThrow()
                    .isAbove(1.03);
        });
        assertThat(found).isBetween(least, most);
    }
}
