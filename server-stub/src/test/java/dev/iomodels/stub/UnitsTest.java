package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0ms, 0",
        "10ns, 10",
        "20us, 20000",
        "51234us, 51234000",
        "50ms, 50000000",
        "1.5s, 1500000000",
        "0.5us, 500",
        "1s, 1000000000",
        "2m, 120000000000",
        "9223372036854775807ns, 9223372036854775807"
    })
    void duration_inAnyUnit_isNanoseconds(String text, long nanos) {
        assertThat(Units.parseDurationNanos(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024", "0, 0", "16B, 16", "1KiB, 1024", "1.5KiB, 1536", "16MiB, 16777216", "2GiB, 2147483648"})
    void size_inAnyUnit_isBytes(String text, long bytes) {
        assertThat(Units.parseBytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1ns",
        "1234, 1234ns",
        "1500, 1.5us",
        "51234000, 51234us",
        "50000000, 50ms",
        "100000000, 100ms",
        "1500000000, 1.5s",
        "60000000000, 60s",
        "9223372036854775807, 9223372036.854775807s"
    })
    void duration_printed_isShortAndParsesBack(long nanos, String text) {
        assertThat(Units.duration(nanos)).isEqualTo(text);
        assertThat(Units.parseDurationNanos(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"0, 0B", "1000, 1000B", "1024, 1KiB", "1536, 1536B", "16777216, 16MiB", "1073741824, 1GiB"})
    void size_printed_isWholeAndParsesBack(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
        assertThat(Units.parseBytes(text)).isEqualTo(bytes);
    }

    @Test
    void duration_withoutUnit_saysWhichToTry() {
        assertThatThrownBy(() -> Units.parseDurationNanos("20"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"20\": no unit; try 20ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ms",
                ".5s",
                "5.s",
                "1.2.3s",
                "-1ms",
                "+1ms",
                "1 ms",
                "1sec",
                "50MS",
                "0.1ns",
                "1e3ms",
                "٣ms",
                "9223372036854775808ns",
                "99999999999999999999m"
            })
    void duration_thatIsNone_isRefusedByItsValueWithAnExample(String text) {
        assertThatThrownBy(() -> Units.parseDurationNanos(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\": ")
                .hasMessageFindingMatch("try|such as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "KiB", "1KB", "1kib", "1K", "0.3B", "-1", "1ms", "9223372036854775808", "99999999999999GiB"})
    void size_thatIsNone_isRefusedByItsValueWithAnExample(String text) {
        assertThatThrownBy(() -> Units.parseBytes(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text)
                .hasMessageFindingMatch("try|such as");
    }
}
