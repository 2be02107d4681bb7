package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    /** Anscombe, "Graphs in Statistical Analysis", The American Statistician 27 (1973): the first data set. */
    private static final double[] ANSCOMBE_X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

    private static final double[] ANSCOMBE_Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    @Test
    void anscombesQuartet_hasItsPublishedSlopeErrorAndProbability() {
        Trend trend = Trend.of(ANSCOMBE_X, ANSCOMBE_Y);
        assertThat(trend.slope()).isCloseTo(0.5001, within(0.00005));
        assertThat(trend.slopeError()).isCloseTo(0.1179, within(0.00005));
        assertThat(trend.slope() / trend.slopeError()).isCloseTo(4.24, within(0.005));
        assertThat(trend.p()).isCloseTo(0.00217, within(0.000005));
        // From x = 4 to x = 14, ten times the slope, relative to a mean y of 7.5009.
        assertThat(trend.changeOverRange()).isCloseTo(5.001 / 7.501, within(0.0005));
    }

    @Test
    void fallingLine_changesDownwards() {
        // By hand: mean x 2, mean y 10; xx = 2, xy = −4; slope −2, from 12 to 8, 40 % of 10.
        Trend trend = Trend.of(new double[] {1, 2, 3}, new double[] {12, 10, 8});
        assertThat(trend.slope()).isEqualTo(-2);
        assertThat(trend.changeOverRange()).isEqualTo(-0.4);
        assertThat(trend.p()).isZero();
    }

    @Test
    void order_ofThePoints_doesNotMatter_norDoesTheUnit() {
        Trend one = Trend.of(new double[] {1, 2, 3, 4}, new double[] {5, 6, 5, 7});
        Trend other = Trend.of(new double[] {40, 10, 30, 20}, new double[] {7000, 5000, 5000, 6000});
        assertThat(other.p()).isCloseTo(one.p(), within(1e-12));
        assertThat(other.changeOverRange()).isCloseTo(one.changeOverRange(), within(1e-12));
    }

    @Test
    void pointsThatTellNothing_haveNoTrend() {
        assertThat(Trend.of(new double[] {1, 2}, new double[] {1, 9}).p()).isEqualTo(1);
        assertThat(Trend.of(new double[] {3, 3, 3}, new double[] {1, 5, 9}).p()).isEqualTo(1);
        assertThat(Trend.of(new double[] {1, 2, 3}, new double[] {7, 7, 7}).p()).isEqualTo(1);
        assertThat(Trend.of(new double[] {1, 2, 3}, new double[] {0, 0, 0}).changeOverRange())
                .isZero();
    }

    /** Series without a trend, each point .6 of the one before and a new part: one in a hundred may be called one. */
    @Test
    void neighboursThatResembleEachOther_areNoTrend() {
        Random random = new Random(11);
        double[] x = IntStream.range(0, 55).asDoubleStream().toArray();
        int runs = 4_000;
        int asPoints = 0;
        int asSeries = 0;
        for (int run = 0; run < runs; run++) {
            double[] y = new double[x.length];
            double last = 0;
            for (int i = 0; i < y.length; i++) {
                last = 0.6 * last + random.nextGaussian();
                y[i] = 100 + last;
            }
            if (Trend.of(x, y).p() < 0.01) asPoints++;
            if (Trend.ofSeries(x, y).p() < 0.01) asSeries++;
        }
        assertThat(asPoints).isBetween(runs / 10, runs / 5);
        assertThat(asSeries).isLessThan(runs / 33);
    }

    @Test
    void trendThatIsThere_isFoundInASeriesToo() {
        Random random = new Random(12);
        double[] x = IntStream.range(0, 55).asDoubleStream().toArray();
        double[] y =
                Arrays.stream(x).map(at -> 100 + at / 5 + random.nextGaussian()).toArray();
        assertThat(Trend.ofSeries(x, y).p()).isLessThan(1e-6);
        assertThat(Trend.ofSeries(x, y).slope()).isEqualTo(Trend.of(x, y).slope());
    }

    @Test
    void unequalNumbersOfXAndY_areRefused() {
        assertThatThrownBy(() -> Trend.of(new double[] {1, 2}, new double[] {1}))
                .hasMessage("2 x for 1 y");
    }
}
