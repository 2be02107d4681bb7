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

    @ParameterizedTest
    @ValueSource(strings = {"list:1", "list:100", "list:100000"})
    void list_isReadAndWrittenAlike_andWantsAllItsPagesAtOnce(String text) {
        Load list = Load.parse(text);
        assertThat(list).hasToString(text).isEqualTo(new Load.Listed(list.inFlight()));
        assertThat(list.parameter()).isEqualTo(text);
        assertThat(list.loop()).isEqualTo(Load.Loop.LIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list", "list:", "list:x", "list:-1", "list:5/s", "list:1.5", "list:9999999", "list:20,poisson"})
    void mistakeInAList_isAnsweredWithValueChoicesAndExample(String text) {
        assertThatThrownBy(() -> Load.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\": no load")
                .hasMessageContaining("list:PAGES with 1 to 100000 pages")
                .hasMessageContaining("list:100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list:0", "list:100001", "list:999999"})
    void listOutOfRange_isAnsweredWithTheRange(String text) {
        assertThatThrownBy(() -> Load.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\": 1 to 100000 pages; try list:100");
    }

    @Test
    void closed_hasAsManyInFlightAsUsers() {
        assertThat(Load.parse("closed:1000")).isEqualTo(new Load.Closed(1_000));
        assertThat(Load.parse("closed:1000").inFlight()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open:2000/s",
                "open:0.5/s",
                "open:2000/s,poisson",
                "open:2000/s,in-flight=100",
                "open:1000000/s,poisson,in-flight=100000"
            })
    void openLoad_isReadAndWrittenAlike_withCommasOrAsAParameterOfJmh(String text) {
        assertThat(Load.parse(text)).hasToString(text);
        assertThat(Load.parse(text).parameter()).doesNotContain(",");
        assertThat(Load.parse(Load.parse(text).parameter())).isEqualTo(Load.parse(text));
    }

    @Test
    void openLoad_takesItsOptionsInAnyOrder_andHas4096InFlightWithout() {
        assertThat(Load.parse("open:2000/s")).isEqualTo(new Load.Open(2_000, false, 4_096));
        assertThat(Load.parse("open:2000/s,in-flight=64,poisson")).isEqualTo(new Load.Open(2_000, true, 64));
        assertThat(Load.parse("open:2000/s,in-flight=4096")).hasToString("open:2000/s");
        assertThat(Load.parse("open:2000/s,in-flight=64").inFlight()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open:",
                "open:2000",
                "open:2000/m",
                "open:-1/s",
                "open:1.2345/s",
                "open:2000/s,",
                "open:2000/s,poison",
                "open:2000/s,poisson,poisson",
                "open:2000/s,in-flight",
                "open:2000/s,in-flight=many",
                "open:2000/s,in-flight=1,in-flight=2"
            })
    void mistakeInAnOpenLoad_isAnsweredWithValueChoicesAndExample(String text) {
        assertThatThrownBy(() -> Load.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("open:RATE/s")
                .hasMessageContaining("open:2000/s,poisson,in-flight=4096");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open:0/s", "open:1000001/s", "open:10/s,in-flight=0", "open:10/s,in-flight=100001"})
    void rateOrPlacesOutOfRange_areAnsweredWithTheRange(String text) {
        assertThatThrownBy(() -> Load.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("\".*\": (0.001 to 1000000 pages per second|1 to 100000 pages); try open:2000/s.*");
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
