package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from CPython's statistics.NormalDist and math.erfc; 1.96 and 2.326 are in every table of the distribution. */
class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-20, -9.262340089798405",
        "1e-10, -6.361340902404056",
        "0.001, -3.090232306167813",
        "0.01, -2.3263478740408408",
        "0.075, -1.4395314709384557",
        "0.3, -0.5244005127080407",
        "0.5, 0",
        "0.9, 1.2815515655446008",
        "0.975, 1.9599639845400536",
        "0.99, 2.3263478740408408",
        "0.999, 3.090232306167813"
    })
    void quantile_matchesPublishedValues(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-14 * Math.max(1, Math.abs(z))));
    }

    @ParameterizedTest
    @CsvSource({
        "-10, 7.619853024160593e-24",
        "-8, 6.220960574271819e-16",
        "-7.05, 8.945889558769917e-13",
        "-5, 2.866515718791946e-07",
        "-2, 0.02275013194817922",
        "-1, 0.15865525393145707",
        "0, 0.5",
        "0.5, 0.6914624612740131",
        "1, 0.8413447460685429",
        "2, 0.9772498680518208",
        "5, 0.9999997133484281"
    })
    void cdf_matchesPublishedValues(double z, double p) {
        assertThat(Normal.cdf(z)).isCloseTo(p, within(1e-7 * p)).isCloseTo(p, within(1e-14));
    }
}
