package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmArgsTest {
    private static final String HEAP = "-Xms2g -Xmx2g";
    private static final String REST = "-XX:+AlwaysPreTouch -XX:+UseG1GC -XX:-UsePerfData";

    @Test
    void nothingGiven_leavesTheUsualFlags() {
        for (String nothing : List.of("", "  "))
            assertThat(JvmArgs.with(nothing)).isEqualTo(Terms.JVM_ARGS);
        assertThat(String.join(" ", Terms.JVM_ARGS)).isEqualTo(HEAP + " " + REST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dx=y  -ea|" + HEAP + " " + REST + " -Dx=y -ea",
                "-XX:+UseZGC|" + HEAP + " -XX:+AlwaysPreTouch -XX:-UsePerfData -XX:+UseZGC",
                "-Xmx1g|" + REST + " -Xms1g -Xmx1g",
                "-Xms1g|" + REST + " -Xms1g -Xmx1g",
                "-Xms512m -Xmx1g|" + REST + " -Xms512m -Xmx1g",
                "-XX:MaxRAMPercentage=50|" + REST + " -XX:MaxRAMPercentage=50",
                "-XX:-AlwaysPreTouch|" + HEAP + " -XX:+UseG1GC -XX:-UsePerfData -XX:-AlwaysPreTouch"
            })
    void givenFlags_areAdded_andTakeThePlaceOfThoseOfTheirKind(String given, String all) {
        assertThat(String.join(" ", JvmArgs.with(given))).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xmx1g",
                "-Xmx1g --add-opens java.base/java.lang=ALL-UNNAMED",
                "-jar",
                "-version",
                "-cp x",
                "-Diomodels.fork.files=/x"
            })
    void whatIsNoFlagForAFork_isAnsweredWithAnExample(String given) {
        assertThatThrownBy(() -> JvmArgs.with(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"")
                .hasMessageContaining("-Xmx1g -XX:+UseZGC");
    }
}
