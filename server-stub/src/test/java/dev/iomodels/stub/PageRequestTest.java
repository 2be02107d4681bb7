package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    private static PageRequest parse(String path, String query, String delay) {
        return PageRequest.parse(path, query, new StubOptions(0, Delay.parse(delay), 77));
    }

    @Test
    void request_withBothParameters_isWhatItSays() {
        assertThat(parse("/page/17", "size=1KiB&delay=51234us", "5ms"))
                .isEqualTo(new PageRequest(17, 51_234_000, 1024, Fault.NONE));
    }

    @Test
    void request_withoutParameters_fallsBackToTheOptions() {
        assertThat(parse("/page/9223372036854775807", "", "5ms"))
                .isEqualTo(new PageRequest(Long.MAX_VALUE, 5_000_000, 77, Fault.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status=503",
                "reset=headers",
                "reset=body",
                "stall=10s",
                "drip=20ms",
                "close=1",
                "chunked=1",
                "status=404&reset=body&stall=60s&drip=4s&close=1&chunked=1"
            })
    void request_withFaults_isWhatItSays_andSaysIt(String query) {
        assertThat(parse("/page/1", query, "0").fault()).hasToString(query);
    }

    @ParameterizedTest
    @CsvSource({
        "delay=5ms, 5",
        "delay=5ms&stall=7ms, 12",
        "delay=5ms&drip=2ms, 35",
        "delay=5ms&drip=2ms&stall=7ms, 42",
        "delay=5ms&drip=2ms&reset=body, 19",
        "delay=5ms&drip=2ms&stall=7ms&reset=headers, 12"
    })
    void request_isDue_whenItsLastPieceIs(String query, long millis) {
        assertThat(parse("/page/1", query, "0").nanos()).isEqualTo(millis * 1_000_000);
    }

    @Test
    void request_ofADistribution_getsTheSameDrawEachTimeAndAllOfTheDistribution() {
        long[] delays = LongStream.range(0, 10_000)
                .map(n -> parse("/page/" + n, "", "uniform:10ms..90ms").delayNanos())
                .toArray();
        assertThat(parse("/page/42", "", "uniform:10ms..90ms").delayNanos()).isEqualTo(delays[42]);
        assertThat(LongStream.of(delays)).allMatch(d -> d >= 10_000_000 && d <= 90_000_000);
        assertThat(LongStream.of(delays).average().orElseThrow()).isBetween(49e6, 51e6);
        assertThat(LongStream.of(delays).filter(d -> d < 18_000_000).count()).isBetween(900L, 1100L);
    }

    @ParameterizedTest
    @CsvSource({
        "/page/x, '', page \"x\"",
        "/page/, '', page \"\"",
        "/page/-1, '', page \"-1\"",
        "/page/9223372036854775808, '', page \"9223372036854775808\"",
        "/page/1/2, '', page \"1/2\"",
        "/page/1, delay=20, delay \"20\"",
        "/page/1, delay=, delay \"\"",
        "/page/1, delay=61s, delay \"61s\"",
        "/page/1, delay=-1ms, delay \"-1ms\"",
        "/page/1, size=1KB, size \"1KB\"",
        "/page/1, size=17MiB, size \"17MiB\"",
        "/page/1, dely=5ms, parameter \"dely=5ms\"",
        "/page/1, delay=1ms&delay=1ms, parameter \"delay\"",
        "/page/1, size=1&size=1, parameter \"size\"",
        "/page/1, delay=1ms&&size=1, parameter \"\"",
        "/page/1, Delay=1ms, parameter \"Delay=1ms\"",
        "/page/1, status=302, status \"302\"",
        "/page/1, status=200x, status \"200x\"",
        "/page/1, reset=now, reset \"now\"",
        "/page/1, reset=, reset \"\"",
        "/page/1, reset=body&size=0, reset \"body\"",
        "/page/1, stall=2, stall \"2\"",
        "/page/1, stall=61s, stall \"61s\"",
        "/page/1, drip=5s, drip \"5s\"",
        "/page/1, drip=1ms&size=15, drip \"1ms\"",
        "/page/1, close=yes, close \"yes\"",
        "/page/1, chunked=2, chunked \"2\"",
        "/page/1, close=1&close=1, parameter \"close\""
    })
    void request_withAMistake_isRefusedByNameAndValueWithAnExample(String path, String query, String named) {
        assertThatThrownBy(() -> parse(path, query, "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(named + ": ")
                .hasMessageFindingMatch("try|such as");
    }
}
