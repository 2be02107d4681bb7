package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.result.Metric;
import dev.iomodels.stats.Verdict.Kind;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final double DELTA = 0.03;
    private static final Family ALONE = new Family(1);

    /**
     * Every position of the interval. Its ends are a: below −δ; b: at −δ; c: between −δ and 0; d: at 0; e: between 0 and δ;
     * f: at δ; g: above δ. Then what it is if the narrower interval reaches beyond ±δ, and if it does not; – cannot be.
     */
    private static final String POSITIONS = """
            aa LESS           –
            ab LESS_UNSETTLED SLIGHT
            ac LESS_UNSETTLED SLIGHT
            ad INCONCLUSIVE   SAME
            ae INCONCLUSIVE   SAME
            af INCONCLUSIVE   SAME
            ag INCONCLUSIVE   SAME
            bb –              SLIGHT
            bc –              SLIGHT
            bd –              SAME
            be –              SAME
            bf –              SAME
            bg INCONCLUSIVE   SAME
            cc –              SLIGHT
            cd –              SAME
            ce –              SAME
            cf –              SAME
            cg INCONCLUSIVE   SAME
            dd –              SAME
            de –              SAME
            df –              SAME
            dg INCONCLUSIVE   SAME
            ee –              SLIGHT
            ef –              SLIGHT
            eg MORE_UNSETTLED SLIGHT
            ff –              SLIGHT
            fg MORE_UNSETTLED SLIGHT
            gg MORE           –
            """;

    /** Two ratios for each open stretch, one for each edge. */
    private static final double[] RATIOS = {0.5, 0.96, 1 / (1 + DELTA), 0.98, 0.99, 1, 1.01, 1.02, 1 + DELTA, 1.04, 2};

    private static final String POSITION = "aabccdeefgg";

    @Test
    void kind_atEveryPositionOfBothIntervals() {
        Map<String, String[]> expected = new TreeMap<>();
        POSITIONS.lines().map(line -> line.split(" +")).forEach(row -> expected.put(row[0], row));
        assertThat(expected).hasSize(28);
        Map<String, Integer> seen = new TreeMap<>();
        int n = RATIOS.length;
        for (int low = 0; low < n; low++)
            for (int high = low; high < n; high++)
                for (int innerLow = low; innerLow <= high; innerLow++)
                    for (int innerHigh = innerLow; innerHigh <= high; innerHigh++) {
                        boolean inside = POSITION.charAt(innerLow) >= 'b' && POSITION.charAt(innerHigh) <= 'f';
                        String place = "" + POSITION.charAt(low) + POSITION.charAt(high);
                        Kind kind = Kind.of(
                                new Range(RATIOS[low], RATIOS[high]),
                                new Range(RATIOS[innerLow], RATIOS[innerHigh]),
                                DELTA);
                        assertThat(kind.toString())
                                .as("%s, inside: %s", place, inside)
                                .isEqualTo(expected.get(place)[inside ? 2 : 1]);
                        seen.merge(place + inside, 1, Integer::sum);
                    }
        // Every row, and both columns where both can be.
        long possible = expected.values().stream()
                .mapToLong(row -> (row[1].equals("–") ? 0 : 1) + (row[2].equals("–") ? 0 : 1))
                .sum();
        assertThat(seen).hasSize((int) possible);
    }

    @Test
    void kind_withBaselineAndContenderExchanged_isTheOppositeOne() {
        Map<Kind, Kind> opposite = Map.of(
                Kind.MORE, Kind.LESS,
                Kind.LESS, Kind.MORE,
                Kind.MORE_UNSETTLED, Kind.LESS_UNSETTLED,
                Kind.LESS_UNSETTLED, Kind.MORE_UNSETTLED);
        for (double mean = -0.1; mean < 0.1; mean += 0.00213)
            for (double error : new double[] {0, 0.001, 0.005, 0.02}) {
                Kind one = Verdict.of(new Difference(mean, error, 4, 5), ALONE, DELTA)
                        .kind();
                Kind other = Verdict.of(new Difference(-mean, error, 4, 5), ALONE, DELTA)
                        .kind();
                assertThat(other).isEqualTo(opposite.getOrDefault(one, one));
            }
    }

    /** A difference of five forks whose 95 % interval is this. */
    private static Difference between(double low, double high) {
        double half = (Math.log(high) - Math.log(low)) / 2;
        return new Difference(Math.log(low) + half, half / 2.7764451051977934, 4, 5);
    }

    private static String text(double low, double high) {
        return Verdict.of(between(low, high), ALONE, DELTA).text(Words.THROUGHPUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.09  | 1.15  | faster by 12 % [9, 15]",
                "0.85  | 0.91  | slower by 12 % [9, 15]",
                "0.98  | 1.02  | same within ±3 %",
                "1.001 | 1.029 | differs, but by less than 3 %",
                "1.01  | 1.09  | faster, size not settled [1, 9]",
                "0.91  | 0.99  | slower, size not settled [1, 9]",
                // In percent even where the ratio is a factor: [1.01, 5.00] would read as 1 to 5 %.
                "1.01  | 5     | faster, size not settled [1, 400]",
                "0.2   | 0.99  | slower, size not settled [1, 80]",
                // 17 more, by a search of its own with another library's t quantiles.
                "0.96  | 1.09  | inconclusive [−4, +9]; about 17 more forks would tell",
                // Digits show a narrow interval's width, and on which side of 0 and of δ an end lies.
                "1.041 | 1.049 | faster by 4.5 % [4.1, 4.9]",
                "1.1   | 1.1   | faster by 10.00 % [10.00, 10.00]",
                "1.031 | 1.09  | faster by 6.0 % [3.1, 9.0]",
                "1.004 | 1.09  | faster, size not settled [0.4, 9.0]",
                // A factor where percents would be hard to read.
                "118   | 123   | faster ×120 [118, 123]",
                "2.1   | 2.4   | faster ×2.24 [2.10, 2.40]",
                "0.4   | 0.5   | slower ÷2.24 [2.00, 2.50]",
                "1e5   | 2e5   | faster ×>9999 [>9999, >9999]",
                "0.01  | 0.0125| slower ÷89.4 [80.0, 100]",
                "1.5   | 6     | faster ×3.00 [1.50, 6.00]",
                "0.5   | 2.002 | inconclusive [−50, +100]; more than 100 more forks would tell"
            })
    void words_areThoseOfTheMethod(double low, double high, String text) {
        assertThat(text(low, high)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"THROUGHPUT, faster, slower", "CPU_PER_PAGE, dearer, cheaper", "P99, longer, shorter"})
    void eachMetric_hasItsWords_andNoOtherHasAny(Words words, String more, String less) {
        assertThat(Verdict.of(between(1.09, 1.15), ALONE, DELTA).text(words)).isEqualTo(more + " by 12 % [9, 15]");
        assertThat(Verdict.of(between(0.85, 0.91), ALONE, DELTA).text(words)).isEqualTo(less + " by 12 % [9, 15]");
        assertThat(Words.of(Metric.valueOf(words.name()))).contains(words);
        for (Metric metric : Metric.values())
            assertThat(Words.of(metric).isPresent())
                    .isEqualTo(Words.of(metric).map(Words::metric).isPresent());
        assertThat(Words.of(Metric.P50)).isEmpty();
        assertThat(Words.of(Metric.P999)).isEmpty();
    }

    @Test
    void belowFiveForks_thereAreNoWords() {
        for (int forks = 1; forks < 5; forks++)
            assertThat(Verdict.of(new Difference(2, 0.001, Math.max(1, forks - 1), forks), ALONE, DELTA)
                            .text(Words.P99))
                    .isEqualTo("F=" + forks + ": no verdict below five forks");
    }

    @Test
    void whatIsNoMeasurement_hasNoWords_howeverManyForksItHas() {
        Verdict none = Verdict.none(between(1.09, 1.15), new Family(9), DELTA);
        assertThat(none.text(Words.P99)).isEqualTo("no verdict: not a measurement");
        assertThat(none.kind().differs()).isFalse();
        assertThat(none.confidence()).isEqualTo(0.95);
    }

    /** Mean .032153 and error .0024443 of five forks, worked out in DifferenceTest: t(.975, 4) = 2.7764, t(.99375, 4) = 4.3147. */
    @Test
    void smallestVisible_isHalfTheIntervalsWidth() {
        Difference difference = new Difference(.0321534, .0024443, 4, 5);
        assertThat(Verdict.of(difference, ALONE, DELTA).smallestVisible().orElseThrow())
                .isCloseTo(.0068095, within(1e-6));
        assertThat(Verdict.of(difference, new Family(4), DELTA)
                        .smallestVisible()
                        .orElseThrow())
                .isCloseTo(.0106020, within(1e-6));
    }

    @Test
    void belowFiveForks_theIntervalIsPlain_andBelowThreeThereIsNone() {
        Verdict four = Verdict.of(new Difference(.1, .01, 3, 4), new Family(9), DELTA);
        // t(.975, 3) = 3.1824 in published tables.
        assertThat(four.range().orElseThrow().low()).isCloseTo(Math.exp(.1 - .031824), within(1e-5));
        assertThat(Verdict.of(new Difference(.1, .01, 1, 2), ALONE, DELTA).range())
                .isEmpty();
    }

    @Test
    void sameValues_withoutAnySpread_areTheSame() {
        assertThat(Verdict.of(new Difference(0, 0, 4, 5), ALONE, DELTA).text(Words.THROUGHPUT))
                .isEqualTo("same within ±3 %");
    }

    @Test
    void largerFamily_isSlowerToSpeak() {
        Difference difference = between(1.05, 1.2);
        assertThat(Verdict.of(difference, ALONE, DELTA).kind()).isEqualTo(Kind.MORE);
        assertThat(Verdict.of(difference, new Family(5), DELTA).kind()).isEqualTo(Kind.MORE_UNSETTLED);
        assertThat(Verdict.of(difference, new Family(50), DELTA).kind()).isEqualTo(Kind.INCONCLUSIVE);
    }

    @Test
    void moreForks_areTheFewestThatTell() {
        // By a search of its own with another library's t quantiles: 22 in all, and 36 in a family of four.
        assertThat(Verdict.of(between(0.96, 1.09), ALONE, DELTA).moreForks()).contains(17);
        assertThat(Verdict.of(between(0.96, 1.09), new Family(4), DELTA).moreForks())
                .contains(31);
    }

    @Test
    void worse_isLessThroughput_butMoreCpuAndLongerWaits() {
        Range less = new Range(0.8, 0.94);
        Range more = new Range(1.06, 1.2);
        assertThat(Words.THROUGHPUT.isWorse(less, 0.05)).isTrue();
        assertThat(Words.THROUGHPUT.isWorse(more, 0.05)).isFalse();
        assertThat(Words.P99.isWorse(more, 0.05)).isTrue();
        assertThat(Words.CPU_PER_PAGE.isWorse(more, 0.05)).isTrue();
        assertThat(Words.CPU_PER_PAGE.isWorse(less, 0.05)).isFalse();
        assertThat(Words.P99.isWorse(new Range(1.049, 1.2), 0.05)).isFalse();
        assertThat(Words.P99.isWorse(more, 0.07)).isFalse();
    }
}
