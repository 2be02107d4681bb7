package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {
    /**
     * With published quantiles of t: F = 5: (2.776 + 0.941) · 0.03 · 1.41421 ÷ 2.23607 = 0.07053, e^0.07053 − 1 = 0.0731;
     * F = 7: (2.447 + 0.906) · 0.03 · 1.41421 ÷ 2.64575 = 0.05377, e^… − 1 = 0.0552; F = 10: (2.262 + 0.883) · 0.03 ·
     * 1.41421 ÷ 3.16228 = 0.04219, e^… − 1 = 0.0431.
     */
    @Test
    void visibleDifference_isTheOneWorkedOutFromTables() {
        assertThat(Power.visible(5, 0.03)).isCloseTo(0.0731, within(1e-4));
        assertThat(Power.visible(7, 0.03)).isCloseTo(0.0552, within(1e-4));
        assertThat(Power.visible(10, 0.03)).isCloseTo(0.0431, within(1e-4));
    }

    @Test
    void visibleDifference_shrinksWithForks_andGrowsWithSpread() {
        for (int forks = 2; forks < 100; forks++)
            assertThat(Power.visible(forks + 1, 0.03)).isLessThan(Power.visible(forks, 0.03));
        assertThat(Power.visible(7, 0.06)).isGreaterThan(2 * Power.visible(7, 0.03));
        assertThat(Power.visible(7, 0)).isZero();
    }
}
