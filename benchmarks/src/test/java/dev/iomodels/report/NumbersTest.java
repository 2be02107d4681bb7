package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"9871.4, 9 871", "1234567, 1 234 567", "71.23, 71.2", "9.974, 9.97", "0.5, 0.50"})
    void plain_hasThreeDigitsOrSo_andThousandsApart(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"512, 512ns", "51234, 51.2µs", "1_500_000, 1.50ms", "101_300_000, 101ms", "2.5e9, 2.50s", "5e10, 50.0s"
    })
    void time_hasTheUnitThatFits(String nanos, String text) {
        assertThat(Numbers.time(Double.parseDouble(nanos.replace("_", "")))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"40, 40.0B", "8120, 8.12kB", "2500000, 2.50MB"})
    void bytes_haveTheUnitThatFits(double bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1.012, 1.2%", "1, 0.0%", "1.5, 50.0%", "1.0004, <0.1%", "1.0006, 0.1%"})
    void factor_isSaidAsPercentBeyondOne(double factor, String text) {
        assertThat(Numbers.percentBeyond(factor)).isEqualTo(text);
    }
}
