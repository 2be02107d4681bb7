package dev.iomodels.gate;

import static dev.iomodels.gate.MadeUpFork.around;
import static dev.iomodels.gate.MadeUpFork.interrupted;
import static dev.iomodels.result.Light.AMBER;
import static dev.iomodels.result.Light.GREEN;
import static dev.iomodels.result.Light.RED;
import static dev.iomodels.result.Light.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.iomodels.fetch.Failure;
import dev.iomodels.result.Light;
import dev.iomodels.result.Points;
import dev.iomodels.result.Surroundings;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForkGateTest {
    private static Arguments given(ForkGate gate, Light light, String what, Consumer<MadeUpFork> change) {
        return arguments(gate, light, what, change);
    }

    /** Each gate on both sides of each of its thresholds, and without what it looks at. */
    static Stream<Arguments> lights() {
        return Stream.of(
                given(ForkGate.JDK, RED, "on another JDK", fork -> fork.feature = 25),
                // Rate 2000/s × 150.5 ms: 301 users. The edge: 0.1 s ÷ 4 s, 2.5 %.
                given(ForkGate.USERS_LOST, GREEN, "13 of 314: 4.1 %", fork -> fork.lost = 13),
                given(ForkGate.USERS_LOST, AMBER, "16 of 317: 5.0 %", fork -> fork.lost = 16),
                given(ForkGate.USERS_LOST, RED, "26 of 327: 8.0 %", fork -> fork.lost = 26),
                given(ForkGate.USERS_LOST, GREEN, "20 of them pause: 8000 failures × 10 ms ÷ 4 s", fork -> {
                    fork.lost = 20;
                    fork.failures = Map.of(Failure.REFUSED, 8_000L);
                }),
                given(ForkGate.USERS_LOST, GREEN, "20 of them waited for failures: 800 × 100 ms ÷ 4 s", fork -> {
                    fork.lost = 20;
                    fork.failedAfter100Millis = 800;
                }),
                // One user, 24 pages of 150.5 ms in 4 s: 10.9 % of it is missing, which a page of 400 ms may be, and
                // one of 150 ms not.
                given(ForkGate.USERS_LOST, RED, "one user", fork -> fork.pages = 24),
                given(ForkGate.USERS_LOST, GREEN, "one user, and 400 ms of a page outside", fork -> {
                    fork.pages = 24;
                    fork.maxDelayNanos = 400_000_000;
                }),
                // Pages were held back for 100 ms, 150 ms at the most: 196 users × (4 s + 150 ms) ÷ 100 ms are 8134
                // pages, 190
                // users' are 7885.
                given(ForkGate.RATE_POSSIBLE, GREEN, "98 %", fork -> fork.lost = 196 - 301),
                given(ForkGate.RATE_POSSIBLE, RED, "101 %", fork -> fork.lost = 190 - 301),
                given(ForkGate.RATE_POSSIBLE, GREEN, "pages of less delay than the table's mean", fork -> {
                    fork.lost = 196 - 301;
                    fork.meanDelayNanos = 110e6;
                }),
                given(ForkGate.RATE_POSSIBLE, RED, "the same, but pages came back early", fork -> {
                    fork.lost = 196 - 301;
                    fork.meanDelayNanos = 110e6;
                    fork.early = 1;
                }),
                // 2 % of 8000 and a page for each of two iterations: 162.
                given(ForkGate.JMH_COUNT, GREEN, "162 too many", fork -> fork.operations = 8_162),
                given(ForkGate.JMH_COUNT, RED, "163 too few", fork -> fork.operations = 7_837),
                given(ForkGate.JMH_COUNT, UNKNOWN, "not asked", fork -> fork.operations = -1),
                given(ForkGate.PAGES, GREEN, "100", fork -> fork.pages = 100),
                given(ForkGate.PAGES, AMBER, "99", fork -> fork.pages = 99),
                given(ForkGate.PAGES, RED, "9", fork -> fork.pages = 9),
                given(ForkGate.STUB_LATE, GREEN, "5 ms", fork -> fork.latenessMillis = 5),
                given(ForkGate.STUB_LATE, AMBER, "5.1 ms", fork -> fork.latenessMillis = 5.1),
                given(ForkGate.STUB_LATE, AMBER, "20 ms", fork -> fork.latenessMillis = 20),
                given(ForkGate.STUB_LATE, RED, "20.1 ms", fork -> fork.latenessMillis = 20.1),
                given(ForkGate.STUB_LATE, GREEN, "a twentieth of 1 s", fork -> {
                    fork.latenessMillis = 49;
                    fork.meanDelayNanos = 1e9;
                }),
                given(ForkGate.STUB_LATE, RED, "a quarter of 1 s", fork -> {
                    fork.latenessMillis = 250;
                    fork.meanDelayNanos = 1e9;
                }),
                given(ForkGate.STUB_LATE, UNKNOWN, "not asked", fork -> fork.latenessMillis = -1),
                given(ForkGate.STUB_BUSY, GREEN, "60 %", fork -> fork.busiest = 0.6),
                given(ForkGate.STUB_BUSY, AMBER, "61 %", fork -> fork.busiest = 0.61),
                given(ForkGate.STUB_BUSY, AMBER, "never red", fork -> fork.busiest = 1),
                given(ForkGate.STUB_BUSY, UNKNOWN, "not asked", fork -> fork.busiest = Double.NaN),
                given(ForkGate.COLD, GREEN, "10 000", fork -> fork.hotPages = 10_000),
                given(ForkGate.COLD, AMBER, "9 999", fork -> fork.hotPages = 9_999),
                given(ForkGate.TREND, GREEN, "scatter of 5 %", fork -> fork.points = scattered(0)),
                given(ForkGate.TREND, AMBER, "a steady 2 % more", fork -> fork.points = rising(0.02)),
                given(ForkGate.TREND, RED, "a steady 6 % more", fork -> fork.points = rising(0.06)),
                given(ForkGate.TREND, RED, "a steady 6 % less", fork -> fork.points = rising(-0.06)),
                given(ForkGate.TREND, RED, "20 % more within scatter", fork -> fork.points = scattered(0.2)),
                given(ForkGate.TREND, UNKNOWN, "nobody looked", fork -> fork.points = Points.NONE),
                given(ForkGate.COMPILING, GREEN, "10 %", fork -> fork.compileSeconds = 0.2),
                given(ForkGate.COMPILING, AMBER, "11 %", fork -> fork.compileSeconds = 0.22),
                given(ForkGate.COMPILING, UNKNOWN, "not told", fork -> fork.compileSeconds = -1),
                given(ForkGate.HICCUPS, GREEN, "10 ms", fork -> fork.around = around(10, 5, 0, 0, 0)),
                given(ForkGate.HICCUPS, AMBER, "11 ms", fork -> fork.around = around(11, 5, 0, 0, 0)),
                given(ForkGate.HICCUPS, RED, "51 ms", fork -> fork.around = around(51, 5, 0, 0, 0)),
                given(ForkGate.HICCUPS, UNKNOWN, "nobody watched", unwatched()),
                // Of 8 s: two cores for 4 s.
                given(ForkGate.STOLEN, GREEN, "0.5 %", fork -> fork.around = around(1, 5, 0.04, 0, 0)),
                given(ForkGate.STOLEN, AMBER, "0.6 %", fork -> fork.around = around(1, 5, 0.05, 0, 0)),
                given(ForkGate.STOLEN, RED, "2.1 %", fork -> fork.around = around(1, 5, 0.17, 0, 0)),
                given(ForkGate.STOLEN, UNKNOWN, "nobody watched", unwatched()),
                given(ForkGate.THROTTLED, GREEN, "0 of 400", fork -> fork.around = around(1, 5, 0, 400, 0)),
                given(ForkGate.THROTTLED, AMBER, "4 of 400", fork -> fork.around = around(1, 5, 0, 400, 4)),
                given(ForkGate.THROTTLED, RED, "5 of 400", fork -> fork.around = around(1, 5, 0, 400, 5)),
                given(ForkGate.THROTTLED, UNKNOWN, "not told", fork -> fork.around = around(1, 5, 0, -1, -1)),
                // 8 s less 3.2 s of the fork, 1.6 s of the stub, 0.1 s of the runner: 4.9 s are theirs.
                given(ForkGate.OTHERS, GREEN, "5 %", fork -> fork.around = around(1, 5.29, 0, 0, 0)),
                given(ForkGate.OTHERS, AMBER, "5.1 %", fork -> fork.around = around(1, 5.31, 0, 0, 0)),
                given(ForkGate.OTHERS, RED, "20.1 %", fork -> fork.around = around(1, 6.51, 0, 0, 0)),
                given(ForkGate.OTHERS, GREEN, "less than nothing", fork -> fork.around = around(1, 4, 0, 0, 0)),
                // Interrupts of 0.9 s in the time of ours: 4 s and those are what ours and nobody else used.
                given(ForkGate.OTHERS, GREEN, "ours paid for interrupts", charged(4.0, 0.9)),
                given(ForkGate.OTHERS, RED, "ours paid for interrupts, and others used 1.7 s", charged(5.7, 0.9)),
                given(ForkGate.OTHERS, UNKNOWN, "ours paid for nobody knows how many", charged(5.7, -1)),
                given(ForkGate.OTHERS, AMBER, "interrupts are nobody's", fork -> fork.around = interrupted(5.7, 0.9)),
                given(ForkGate.OTHERS, UNKNOWN, "nobody watched", unwatched()),
                given(ForkGate.OTHERS, UNKNOWN, "a stub here that was not asked", fork -> fork.stubCpu = Double.NaN),
                given(ForkGate.OTHERS, AMBER, "a stub on another machine takes no time here", fork -> {
                    fork.stub = "http://192.0.2.1:8080";
                    fork.around = around(1, 4.0, 0, 0, 0);
                }));
    }

    private static Consumer<MadeUpFork> unwatched() {
        return fork -> fork.around = Surroundings.UNKNOWN;
    }

    private static Consumer<MadeUpFork> charged(double busy, double interrupts) {
        return fork -> {
            fork.interruptsCharged = true;
            fork.around = interrupted(busy, interrupts);
        };
    }

    private static Points rising(double share) {
        return MadeUpFork.points(seconds -> 200_000 * (1 + share * (seconds / 9 - 0.5)));
    }

    private static Points scattered(double share) {
        Random random = new Random(7);
        return MadeUpFork.points(
                seconds -> 200_000 * (1 + share * (seconds / 9 - 0.5)) * (1 + 0.05 * random.nextGaussian()));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("lights")
    void gate_hasItsLightOnBothSidesOfEachThreshold(
            ForkGate gate, Light light, String what, Consumer<MadeUpFork> change) {
        MadeUpFork fork = new MadeUpFork();
        change.accept(fork);
        Reading reading = gate.read(fork.facts()).orElseThrow();
        assertThat(reading.light()).as(reading.toString()).isEqualTo(light);
        assertThat(reading.value().isEmpty()).isEqualTo(light == UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void gate_nothingWrong_isGreen_andSaysWhatItLooksAt(ForkGate gate) {
        MadeUpFork open = new MadeUpFork();
        open.open = true;
        Reading reading = gate.read(new MadeUpFork().facts())
                .or(() -> gate.read(open.facts()))
                .or(() -> gate.read(ListGateTest.nothingWrong()))
                .orElseThrow();
        assertThat(reading.light()).isEqualTo(GREEN);
        assertThat(gate.words().cause()).isNotBlank();
        assertThat(gate.words().remedy()).isNotBlank();
    }

    @Test
    void noop_isNotAskedAboutAStubThatItDoesNotUse() {
        MadeUpFork fork = new MadeUpFork();
        fork.model = "noop";
        fork.meanDelayNanos = 0;
        assertThat(Stream.of(ForkGate.values())
                        .filter(gate -> gate.read(fork.facts()).isEmpty()))
                .contains(ForkGate.USERS_LOST, ForkGate.RATE_POSSIBLE, ForkGate.STUB_LATE, ForkGate.STUB_BUSY)
                .doesNotContain(ForkGate.JMH_COUNT, ForkGate.TREND, ForkGate.OTHERS);
    }

    @Test
    void trend_edgeRightAfterAPoint_isNoRateOfItsOwn() {
        MadeUpFork fork = new MadeUpFork();
        fork.points = new Points(
                java.util.List.of(0.0, 0.25, 0.5, 0.501, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25),
                java.util.List.of(0L, 500L, 1_000L, 1_100L, 1_500L, 2_000L, 2_500L, 3_000L, 3_500L, 4_000L, 4_500L));
        Reading reading = ForkGate.TREND.read(fork.facts()).orElseThrow();
        assertThat(reading.value().orElseThrow()).isCloseTo(0, within(1e-9));
    }
}
