package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @Test
    void value_isTheGeometricMean_andSpreadTheDeviationOfTheLogarithms() {
        // ln 1, ln e², ln e⁴ are 0, 2, 4: mean 2, standard deviation 2.
        Estimate estimate = Estimate.of(List.of(1.0, Math.exp(2), Math.exp(4)));
        assertThat(estimate.forks()).isEqualTo(3);
        assertThat(estimate.value()).isCloseTo(Math.exp(2), within(1e-9));
        assertThat(estimate.spread()).isCloseTo(2, within(1e-12));
    }

    /** t(.975) of 2, 4, 9 degrees of freedom, as published tables have it (NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
    @ParameterizedTest
    @CsvSource({"3, 4.303", "4, 3.182", "5, 2.776", "10, 2.262", "30, 2.045"})
    void factor_isThatOfStudentsInterval(int forks, double published) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < forks; i++) values.add(1_000 + 10.0 * i);
        Estimate estimate = Estimate.of(values);
        double t = Math.log(estimate.factor().orElseThrow()) * Math.sqrt(forks) / estimate.spread();
        assertThat(t).isCloseTo(published, within(0.0006));
    }

    @Test
    void interval_workedByHand() {
        // Logarithms of 990, 1000, 1010: mean of ln(0.99), 0, ln(1.01) is −3.3334e-5, deviation 0.0100005;
        // 4.30265 × 0.0100005 ÷ √3 = 0.024843, so 2.5 % either way.
        Estimate estimate = Estimate.of(List.of(990.0, 1_000.0, 1_010.0));
        assertThat(estimate.value()).isCloseTo(999.9667, within(1e-3));
        assertThat(estimate.factor().orElseThrow()).isCloseTo(1.025154, within(1e-5));
    }

    @Test
    void belowThreeForks_thereIsNoInterval() {
        assertThat(Estimate.of(List.of(5.0)).factor()).isEmpty();
        assertThat(Estimate.of(List.of(5.0)).spread()).isZero();
        assertThat(Estimate.of(List.of(5.0, 6.0)).factor()).isEmpty();
        assertThat(Estimate.of(List.of(5.0, 6.0, 7.0)).factor()).isPresent();
    }

    @Test
    void valuesThatHaveNoLogarithm_areRefused() {
        assertThatThrownBy(() -> Estimate.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        for (double bad : new double[] {0, -1, Double.NaN})
            assertThatThrownBy(() -> Estimate.of(List.of(1.0, bad)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("" + bad);
    }
}
