package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "0-1|0-1", "0,2|0,2", "3,1,2|1-3", "0-3,2-5, 9|0-5,9", "1023|1023"})
    void list_isWrittenAsLinuxWritesIt(String text, String written) {
        assertThat(CpuList.text(CpuList.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-0", "0,", "0-", "-1", "0..1", "99999"})
    void whatIsNoList_isAnsweredWithExamples(String text) {
        assertThatThrownBy(() -> CpuList.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\": no list of processors; try 0 or 0-1 or 0,2");
    }
}
