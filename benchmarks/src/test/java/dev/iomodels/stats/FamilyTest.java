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
        Range range = DIFFERENCE.range(new Family(4).confidence()).orElseThrow();
        assertThat(range.low()).isCloseTo(Math.exp(.0321534 - .010546), within(1e-6));
        assertThat(range.high()).isCloseTo(Math.exp(.0321534 + .010546), within(1e-6));
    }

    @Test
    void adjustment_isSaid() {
        assertThat(new Family(4).adjustment()).isEqualTo("each interval 98.75 %");
        assertThat(new Family(1).adjustment()).isEqualTo("its interval 95 %");
        assertThatThrownBy(() -> new Family(0)).hasMessage("a family of 0");
    }
}
