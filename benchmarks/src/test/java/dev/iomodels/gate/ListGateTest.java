package dev.iomodels.gate;

import static dev.iomodels.gate.Gated.only;
import static dev.iomodels.result.Light.AMBER;
import static dev.iomodels.result.Light.GREEN;
import static dev.iomodels.result.Light.RED;
import static dev.iomodels.result.Light.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.Changed;
import dev.iomodels.ListRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.Light;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What gates make of lists. The list takes 100 ms at the least. */
class ListGateTest {
    private static final Measured FORK = ListRun.measured(500_000_000);

    @TempDir
    private Path directory;

    private int runs;

    /** A fork of lists all of whose gates are green. */
    static ForkFacts nothingWrong() {
        return facts(FORK);
    }

    private static ForkFacts facts(Measured fork) {
        Plan plan = ListRun.plan(Preset.QUICK, 3, List.of("raw-selector"));
        return new ForkFacts(
                plan, plan.cells().get(0), 1, MadeUpRun.on(MadeUpRun.JDK_17, fork), MadeUpRun.histograms(8_000), false);
    }

    @Test
    void list_isNotAskedAboutUsers_aSchedule_pagesASecond_norATrendOfFour() {
        assertThat(Stream.of(ForkGate.values())
                        .filter(gate -> gate.read(facts(FORK)).isEmpty()))
                .containsExactly(
                        ForkGate.USERS_LOST,
                        ForkGate.RATE_POSSIBLE,
                        ForkGate.SENT_LATE,
                        ForkGate.RATE_ACHIEVED,
                        ForkGate.JMH_COUNT,
                        ForkGate.PAGES,
                        ForkGate.TREND);
    }

    @ParameterizedTest
    @EnumSource
    void list_nothingWrong_hasNoLightButGreen(ForkGate gate) {
        assertThat(gate.read(facts(FORK)).map(Reading::light).orElse(GREEN)).isEqualTo(GREEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIST_POSSIBLE", "JMH_TIME"})
    void loops_areNotAskedAboutLists(ForkGate gate) {
        assertThat(gate.read(new MadeUpFork().facts())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100000000, GREEN", "99999999, RED"})
    void listTimeBelowTheLeastPossible_ofASingleList_isABug(long shortest, Light light) {
        Measured fork = ListRun.with(List.of(500_000_000L, shortest, 500_000_000L));
        Reading reading = ForkGate.LIST_POSSIBLE.read(facts(fork)).orElseThrow();
        assertThat(reading.light()).isEqualTo(light);
    }

    @Test
    void listWithPagesThatFailed_mayBeOverSooner_andIsNotAsked() {
        Measured fork = ListRun.with(List.of(50_000_000L));
        for (String how : List.of("failures", "failedAsTold"))
            assertThat(ForkGate.LIST_POSSIBLE.read(facts(Changed.of(
                            fork,
                            "intervals",
                            fork.intervals().stream()
                                    .map(one -> Changed.of(one, how, Map.of(Failure.RESET, 1L)))
                                    .toList()))))
                    .isEmpty();
        assertThat(ForkGate.LIST_POSSIBLE.read(facts(fork)).orElseThrow().light())
                .isEqualTo(RED);
    }

    private static Measured seenByJmh(double... millis) {
        Measured fork = ListRun.with(List.of(500_000_000L, 500_000_000L, 500_000_000L));
        List<Double> scores = DoubleStream.of(millis).boxed().toList();
        return Changed.of(fork, "jmh", new JmhScores("ms/op", scores, 3L, Map.of()));
    }

    /** 2 % of 500 ms, and 1 ms, are 11 ms. */
    @Test
    void jmhsTime_isHeldAgainstTheMedianList_soThatOneLateWakingUpIsNoBug() {
        assertThat(jmhTime(seenByJmh(500.1, 510.9, 510.9))).isEqualTo(GREEN);
        assertThat(jmhTime(seenByJmh(500.1, 500.1, 700))).isEqualTo(GREEN);
        assertThat(jmhTime(seenByJmh(500.1, 511.1, 511.1))).isEqualTo(RED);
        assertThat(jmhTime(seenByJmh(488.9, 488.9, 500))).isEqualTo(RED);
        assertThat(jmhTime(seenByJmh(500.1))).isEqualTo(UNKNOWN);
    }

    private static Light jmhTime(Measured fork) {
        return ForkGate.JMH_TIME.read(facts(fork)).orElseThrow().light();
    }

    /** Ten lists, the tenth of which took so much less time than the first. */
    private static Measured falling(double share) {
        return ListRun.with(LongStream.range(0, 10)
                .mapToObj(i -> (long) (500e6 / (1 + share * i / 9) * (1 + 0.0005 * (i % 3 - 1))))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({"0, GREEN", "0.03, AMBER", "0.1, RED"})
    void listsThatBecomeShorter_areATrend_fromEightListsOn(double share, Light light) {
        Reading reading = ForkGate.TREND.read(facts(falling(share))).orElseThrow();
        assertThat(reading.light()).as(reading.toString()).isEqualTo(light);
        assertThat(reading.value().orElseThrow()).isCloseTo(100 * share, within(0.6));
    }

    /** 4 lists of 0.5 s in 4 s: 45 % of the time of a thread is 90 % of that in which pages were wanted. */
    @Test
    void stub_isAsBusyAsItWasWhilePagesWereWanted() {
        Measured fork = Changed.of(FORK, "stub", Changed.of(FORK.stub(), "busiestThreadShare", 0.45));
        Reading reading = ForkGate.STUB_BUSY.read(facts(fork)).orElseThrow();
        assertThat(reading.value().orElseThrow()).isCloseTo(90, within(0.1));
        assertThat(reading.light()).isEqualTo(AMBER);
    }

    private Gates gates(Preset preset, int blocks, IntFunction<Measured> twin, IntFunction<Measured> control) {
        Plan plan = ListRun.plan(preset, blocks, List.of("raw-selector"));
        return Gated.run(
                        directory.resolve("run-" + runs++),
                        plan,
                        (cell, block) -> (cell.contender().control() ? control : twin).apply(block))
                .gates();
    }

    @Test
    void spreadDriftAndControl_areThoseOfListTimes() {
        IntFunction<Measured> even = block -> ListRun.measured(500_000_000 + 100_000 * (block % 3));
        IntFunction<Measured> slower = block -> ListRun.measured(550_000_000 + 100_000 * (block % 2));
        IntFunction<Measured> falling = block -> ListRun.measured(500_000_000 + 40_000_000L * block);
        Gates control = gates(Preset.STANDARD, 5, even, slower);
        assertThat(only(control, WideGate.CONTROL).light()).isEqualTo(RED);
        assertThat(only(control, WideGate.CONTROL).value().orElseThrow()).isCloseTo(10, within(0.2));
        assertThat(only(gates(Preset.STANDARD, 5, even, even), WideGate.CONTROL).light())
                .isEqualTo(GREEN);
        Gates drifting = gates(Preset.QUICK, 5, falling, falling);
        assertThat(only(drifting, CellGate.SPREAD).light()).isEqualTo(AMBER);
        assertThat(only(drifting, WideGate.DRIFT).light()).isEqualTo(RED);
        assertThat(only(drifting, WideGate.DRIFT).value().orElseThrow())
                .as("lists became longer, so the rate fell")
                .isNegative();
        Gates steady = gates(Preset.QUICK, 5, even, even);
        assertThat(only(steady, CellGate.SPREAD).light()).isEqualTo(GREEN);
        assertThat(only(steady, WideGate.DRIFT).light()).isEqualTo(GREEN);
    }
}
