package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "p99=300ms, p99=300ms, 300000000",
        "p50=1.5s, p50=1.5s, 1500000000",
        "p99.9=250us, p99.9=250us, 250000",
        "' p95.0=20ms', p95=20ms, 20000000"
    })
    void text_isReadAndPrinted(String text, String again, long nanos) {
        Target target = Target.parse(text);
        assertThat(target).hasToString(again).isEqualTo(Target.parse(again));
        assertThat(target.nanos()).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p99", "99=300ms", "p99=300", "p49=300ms", "p99.95=1s", "p100=1s", "p99=0", "max=1s"})
    void anythingElse_isAnsweredWithTheValueAndAnExample(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\": ")
                .hasMessageContaining("try ");
    }

    @Test
    void pages_areAsManyAsPutAHundredBeyondTheQuantile_withAReserve() {
        assertThat(Target.parse("p99=1s").pages()).isBetween(10_500L, 10_501L);
        assertThat(Target.parse("p50=1s").pages()).isEqualTo(210);
        assertThat(Target.parse("p99.9=1s").pages()).isBetween(105_000L, 105_001L);
    }
}
