package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {
    private static final long MS = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "50ms, fixed:50ms",
        "0, fixed:0",
        "fixed:60s, fixed:60s",
        "1m, fixed:60s",
        "uniform:10ms..90ms, uniform:10ms..90ms",
        "uniform:0..1s, uniform:0..1s",
        "lognormal:20ms..200ms, lognormal:20ms..200ms",
        "bimodal:20ms/1s@1%, bimodal:20ms/1s@1%",
        "bimodal:0/1s@0.07%, bimodal:0/1s@0.07%",
        "bimodal:1ms/2ms@33.300%, bimodal:1ms/2ms@33.3%"
    })
    void delay_printed_parsesBack(String text, String canonical) {
        Delay delay = Delay.parse(text);
        assertThat(delay).hasToString(canonical);
        assertThat(Delay.parse(canonical)).isEqualTo(delay);
    }

    @Test
    void quantile_followsTheDistribution() {
        assertThat(Delay.parse("50ms").quantileNanos(0.3)).isEqualTo(50 * MS);
        assertThat(Delay.parse("uniform:10ms..90ms").quantileNanos(0.25)).isEqualTo(30 * MS);
        Delay lognormal = Delay.parse("lognormal:20ms..200ms");
        assertThat(lognormal.quantileNanos(0.5)).isEqualTo(20 * MS);
        assertThat(lognormal.quantileNanos(0.99)).isCloseTo(200 * MS, within(1L));
        assertThat(lognormal.quantileNanos(0.01)).isCloseTo(2 * MS, within(1L));
        Delay bimodal = Delay.parse("bimodal:20ms/1s@1%");
        assertThat(bimodal.quantileNanos(0.989)).isEqualTo(20 * MS);
        assertThat(bimodal.quantileNanos(0.991)).isEqualTo(1000 * MS);
    }

    @Test
    void lognormal_neverExceeds60s() {
        Delay delay = Delay.parse("lognormal:20s..60s");
        assertThat(delay.quantileNanos(0.9999)).isEqualTo(Delay.MAX_NANOS);
        assertThat(delay.maxNanos()).isEqualTo(Delay.MAX_NANOS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50ms",
                "uniform:10ms..90ms",
                "lognormal:20ms..200ms",
                "lognormal:20s..60s",
                "lognormal:1ms..60s",
                "bimodal:20ms/1s@1%"
            })
    void mean_isTheIntegralOfTheQuantiles(String text) {
        Delay delay = Delay.parse(text);
        int steps = 1_000_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) sum += delay.quantileNanos((i + 0.5) / steps);
        assertThat(delay.meanNanos()).isCloseTo(sum / steps, within(1 + 1e-4 * sum / steps));
    }

    @Test
    void delay_withoutUnit_getsTheMessageThatTheStyleAsksFor() {
        assertThatThrownBy(() -> Delay.parse("20")).hasMessage("\"20\": no unit; try 20ms, or lognormal:20ms..200ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "61s",
                "fixed:61s",
                "fixed:",
                "uniform:10ms",
                "uniform:90ms..10ms",
                "uniform:10..90ms",
                "lognormal:0..1s",
                "lognormal:1s..1s",
                "bimodal:20ms/1s",
                "bimodal:20ms/1s@1",
                "bimodal:20ms/1s@0%",
                "bimodal:20ms/1s@100%",
                "bimodal:20ms/1s@x%",
                "bimodal:1s/20ms@1%",
                "normal:1ms..2ms",
                "fast"
            })
    void delay_thatIsNone_isRefusedByItsValueWithAnExample(String text) {
        assertThatThrownBy(() -> Delay.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\": ")
                .hasMessageFindingMatch("try|such as|fixed:50ms");
    }
}
