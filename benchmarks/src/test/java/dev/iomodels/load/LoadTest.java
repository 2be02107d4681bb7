package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {
    @ParameterizedTest
    @ValueSource(strings = {"closed:1", "closed:64", "closed:1000", "closed:100000"})
    void text_isReadAndWrittenAlike(String text) {
        assertThat(Load.parse(text)).hasToString(text);
    }

    @Test
    void closed_hasAsManyInFlightAsUsers() {
        assertThat(Load.parse("closed:1000")).isEqualTo(new Load.Closed(1_000));
        assertThat(Load.parse("closed:1000").inFlight()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "closed",
                "closed:",
                "closed:-1",
                "closed:+1",
                "closed:1.5",
                "closed:many",
                "Closed:1",
                "closd:1",
                "closed:9999999",
                "closed: 1",
                "1000",
                "opn:100/s"
            })
    void mistake_isAnsweredWithValueChoicesAndExample(String text) {
        assertThatThrownBy(() -> Load.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("closed:USERS")
                .hasMessageContaining("closed:200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed:0", "closed:100001", "closed:999999"})
    void numberOutOfRange_isAnsweredWithTheRange(String text) {
        assertThatThrownBy(() -> Load.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("1 to 100000 users")
                .hasMessageContaining("closed:200");
    }
}
