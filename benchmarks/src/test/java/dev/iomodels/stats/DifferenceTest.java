package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Map<Integer, Double> FAST = Map.of(1, 1030.0, 2, 1042.0, 3, 1015.0, 4, 1051.0, 5, 1038.0);
    private static final Map<Integer, Double> SLOW = Map.of(1, 1000.0, 2, 1008.0, 3, 990.0, 4, 1010.0, 5, 1004.0);

    @Test
    void paired_isTheMeanOfEachBlocksDifference_workedByHand() {
        // ln 1.03 = .029559, ln(1042/1008) = .033174, ln(1015/990) = .024939, ln(1051/1010) = .039792,
        // ln(1038/1004) = .033304: mean .032153, deviation .0054656, ÷ √5 = .0024443; t(.975, 4) = 2.7764 makes
        // .0067864, so the ratio 1.03268 lies from exp(.025367) = 1.02569 to exp(.038940) = 1.03971.
        Difference difference = Difference.paired(FAST, SLOW).orElseThrow();
        assertThat(difference.mean()).isCloseTo(.0321534, within(1e-7));
        assertThat(difference.error()).isCloseTo(.0024443, within(1e-7));
        assertThat(difference.degreesOfFreedom()).isEqualTo(4);
        assertThat(difference.n()).isEqualTo(5);
        assertThat(difference.ratio()).isCloseTo(1.032676, within(1e-6));
        Range range = difference.range(0.95).orElseThrow();
        assertThat(range.low()).isCloseTo(1.025692, within(1e-6));
        assertThat(range.high()).isCloseTo(1.039708, within(1e-6));
    }

    @Test
    void paired_exchanged_isTheSameTheOtherWayRound() {
        Difference one = Difference.paired(FAST, SLOW).orElseThrow();
        Difference other = Difference.paired(SLOW, FAST).orElseThrow();
        assertThat(other.mean()).isCloseTo(-one.mean(), within(1e-15));
        assertThat(other.range(0.9).orElseThrow().low())
                .isCloseTo(1 / one.range(0.9).orElseThrow().high(), within(1e-12));
    }

    @Test
    void paired_leavesOutBlocksThatOnlyOneHas_andDriftOfBlocksCancelsOut() {
        Difference difference = Difference.paired(
                        Map.of(1, 110.0, 2, 220.0, 3, 330.0, 7, 1.0), Map.of(1, 100.0, 2, 200.0, 3, 300.0, 4, 9e9))
                .orElseThrow();
        assertThat(difference.n()).isEqualTo(3);
        assertThat(difference.ratio()).isCloseTo(1.1, within(1e-12));
        assertThat(difference.error()).isCloseTo(0, within(1e-12));
        assertThat(Difference.paired(Map.of(1, 2.0), Map.of(2, 2.0))).isEmpty();
    }

    /** The first example of Wikipedia's "Welch's t-test", which prints t = −2.46, ν = 25.0, P = .021. */
    @Test
    void welch_hasThePublishedTAndDegreesOfFreedom() {
        double[] a = {27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4};
        double[] b = {27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4};
        Difference difference = Difference.welch(
                DoubleStream.of(a).map(Math::exp), DoubleStream.of(b).map(Math::exp));
        assertThat(difference.mean() / difference.error()).isCloseTo(-2.455, within(0.0005));
        assertThat(difference.degreesOfFreedom()).isCloseTo(24.99, within(0.005));
        assertThat(difference.n()).isEqualTo(15);
        // P = .02138 means that the interval of 1 − P ends at no difference.
        assertThat(difference.range(1 - 0.021378).orElseThrow().high()).isCloseTo(1, within(1e-5));
    }

    @Test
    void welch_ofUnequalSizes_restsOnTheSmallerOne() {
        Difference difference = Difference.welch(DoubleStream.of(1, 2, 3, 4, 5, 6, 7), DoubleStream.of(1, 2, 3));
        assertThat(difference.n()).isEqualTo(3);
        assertThat(difference.degreesOfFreedom()).isBetween(2.0, 8.0);
    }

    @Test
    void differenceOfDifferences_addsTheirVariances() {
        // Two machines: 20 % and 10 % ahead there and here; errors .03 and .04 make .05; both of 4 degrees of freedom:
        // (.0009 + .0016)² ÷ (.0009² ÷ 4 + .0016² ÷ 4) = 7.418.
        Difference there = new Difference(Math.log(1.2), .03, 4, 5);
        Difference here = new Difference(Math.log(1.1), .04, 4, 5);
        Difference between = there.minus(here);
        assertThat(between.ratio()).isCloseTo(1.2 / 1.1, within(1e-12));
        assertThat(between.error()).isCloseTo(.05, within(1e-12));
        assertThat(between.degreesOfFreedom()).isCloseTo(7.418, within(0.0005));
    }

    @Test
    void zeroSpread_hasAnIntervalOfNoWidth() {
        Difference same = Difference.welch(DoubleStream.of(7, 7, 7), DoubleStream.of(7, 7, 7));
        assertThat(same.range(0.99)).contains(new Range(1, 1));
        assertThat(same.degreesOfFreedom()).isEqualTo(4);
    }

    @Test
    void belowThreeForks_thereIsNoInterval() {
        assertThat(Difference.welch(DoubleStream.of(7), DoubleStream.of(8, 9, 10))
                        .range(0.95))
                .isEmpty();
        assertThat(Difference.paired(Map.of(1, 2.0, 2, 3.0), Map.of(1, 2.0, 2, 4.0))
                        .orElseThrow()
                        .range(0.95))
                .isEmpty();
    }

    @Test
    void moreForks_narrowTheIntervalAsTheRootOfTheirNumber() {
        Difference twenty = new Difference(.1, .02, 4, 5).at(20);
        assertThat(twenty).isEqualTo(new Difference(.1, .01, 19, 20));
    }

    @Test
    void valuesWithoutALogarithm_areRefused() {
        assertThatThrownBy(() -> Difference.welch(DoubleStream.of(1, 0), DoubleStream.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Difference.welch(DoubleStream.of(), DoubleStream.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
