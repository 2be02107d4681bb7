package dev.iomodels.gate;

import static dev.iomodels.result.Light.AMBER;
import static dev.iomodels.result.Light.GREEN;
import static dev.iomodels.result.Light.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.iomodels.fetch.Failure;
import dev.iomodels.result.Light;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The gates of open loops. Pages take 150.5 ms in the mean here: at 2000/s, 301 are in flight. */
class OpenForkGateTest {
    private static MadeUpFork open() {
        MadeUpFork fork = new MadeUpFork();
        fork.open = true;
        return fork;
    }

    private static Arguments given(ForkGate gate, Light light, String what, Consumer<MadeUpFork> change) {
        return arguments(gate, light, what, change);
    }

    static Stream<Arguments> lights() {
        return Stream.of(
                given(ForkGate.SENT_LATE, GREEN, "0.99 ms", fork -> fork.sentLateMillis = 0.99),
                given(ForkGate.SENT_LATE, AMBER, "1.01 ms", fork -> fork.sentLateMillis = 1.01),
                given(ForkGate.SENT_LATE, AMBER, "9.9 ms", fork -> fork.sentLateMillis = 9.9),
                given(ForkGate.SENT_LATE, RED, "10.1 ms", fork -> fork.sentLateMillis = 10.1),
                given(ForkGate.RATE_ACHIEVED, GREEN, "more than was due", fork -> fork.due = 7_999),
                given(ForkGate.RATE_ACHIEVED, GREEN, "8000 of 8080: 99.01 %", fork -> fork.due = 8_080),
                given(ForkGate.RATE_ACHIEVED, AMBER, "8000 of 8081: 98.998 %", fork -> fork.due = 8_081),
                given(ForkGate.RATE_ACHIEVED, AMBER, "8000 of 8421: 95.0006 %", fork -> fork.due = 8_421),
                given(ForkGate.RATE_ACHIEVED, RED, "8000 of 8422: 94.989 %", fork -> fork.due = 8_422),
                given(ForkGate.RATE_ACHIEVED, GREEN, "8000 of 8840, and 800 that failed on purpose", fork -> {
                    fork.due = 8_840;
                    fork.failedAsToldTwice = Map.of(Failure.RESET, 400L);
                }),
                // Few pages: 80 of 86 were due in 4 s, 21.5 a second; 3.24 are in flight, and 3 √3.24 of 86 are 6.3 %.
                given(ForkGate.RATE_ACHIEVED, GREEN, "80 of 85: the edges' doing", fork -> {
                    fork.pages = 80;
                    fork.due = 85;
                }),
                given(ForkGate.RATE_ACHIEVED, RED, "80 of 86: more than that", fork -> {
                    fork.pages = 80;
                    fork.due = 86;
                }));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("lights")
    void gate_hasItsLightOnBothSidesOfEachThreshold(
            ForkGate gate, Light light, String what, Consumer<MadeUpFork> change) {
        MadeUpFork fork = open();
        change.accept(fork);
        Reading reading = gate.read(fork.facts()).orElseThrow();
        assertThat(reading.light()).as(reading.toString()).isEqualTo(light);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT_LATE", "RATE_ACHIEVED"})
    void closedLoop_hasNoScheduleToBeHeldAgainst(ForkGate gate) {
        assertThat(gate.read(new MadeUpFork().facts())).isEmpty();
    }

    @Test
    void openLoop_hasNoUsersToLose_norARateThatUsersMakePossible_norLists() {
        assertThat(Stream.of(ForkGate.values())
                        .filter(gate -> gate.read(open().facts()).isEmpty()))
                .containsExactly(
                        ForkGate.USERS_LOST, ForkGate.RATE_POSSIBLE, ForkGate.LIST_POSSIBLE, ForkGate.JMH_TIME);
    }

    @ParameterizedTest
    @EnumSource
    void openLoop_nothingWrong_hasNoLightButGreen(ForkGate gate) {
        assertThat(gate.read(open().facts()).map(Reading::light).orElse(GREEN)).isEqualTo(GREEN);
    }
}
