package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {
    /** Mean .032153 and error .0024443 of five forks, from DifferenceTest. */
    private static final Difference DIFFERENCE = new Difference(.0321534, .0024443, 4, 5);

    @ParameterizedTest
    @CsvSource({"1, .95, .90", "2, .975, .95", "4, .9875, .975", "10, .995, .99"})
    void confidence_isSharedOut(int size, double interval, double equivalence) {
        assertThat(new Family(size).confidence()).isCloseTo(interval, within(1e-12));
        assertThat(new Family(size).equivalence()).isCloseTo(equivalence, within(1e-12));
    }

    @Test
    void interval_isWiderInALargerFamily_workedByHand() {
        // Published tables have t(.975, 4) = 2.776; with four comparisons it is t(.99375, 4) = 4.3147: × .0024443 =
        // .010546.
        Range range = new Family(4).range(DIFFERENCE).orElseThrow();
        assertThat(range.low()).isCloseTo(Math.exp(.0321534 - .010546), within(1e-6));
        assertThat(range.high()).isCloseTo(Math.exp(.0321534 + .010546), within(1e-6));
    }

    @Test
    void smallestVisible_isHalfTheIntervalsWidth() {
        assertThat(new Family(1).smallestVisible(DIFFERENCE).orElseThrow()).isCloseTo(.0068095, within(1e-6));
        assertThat(new Family(4).smallestVisible(DIFFERENCE).orElseThrow()).isCloseTo(.0106020, within(1e-6));
        assertThat(new Family(4).smallestVisible(new Difference(.1, .1, 1, 2))).isEmpty();
    }

    @Test
    void adjustment_isSaid() {
        assertThat(new Family(4).adjustment())
                .isEqualTo("4 comparisons, each interval 98.75 % so that all together are 95 % (Bonferroni)");
        assertThat(new Family(1).adjustment()).isEqualTo("1 comparison, its interval 95 %");
        assertThatThrownBy(() -> new Family(0)).hasMessage("a family of 0");
    }
}
