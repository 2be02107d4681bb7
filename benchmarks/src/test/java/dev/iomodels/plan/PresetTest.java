package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetTest {
    private static Timing timing(String preset, String scenario) {
        return Preset.named(preset).timing(Scenarios.parse(scenario).get(0));
    }

    private static Duration warmUp(Timing timing) {
        return timing.warmup().multipliedBy(timing.warmups());
    }

    @ParameterizedTest
    @CsvSource({
        "smoke, 1, false, smoke: not a measurement",
        "quick, 3, false, indicative",
        "standard, 5, true, indicative",
        "publish, 10, true, 'citable, if every gate passes'"
    })
    void preset_hasForksControlAndBadge(String name, int blocks, boolean control, String badge) {
        Preset preset = Preset.named(name);
        assertThat(preset.blocks()).isEqualTo(blocks);
        assertThat(preset.control()).isEqualTo(control);
        assertThat(preset.badge()).isEqualTo(badge);
    }

    @ParameterizedTest
    @CsvSource({"cpu, 15, 3", "wait, 4, 3", "crowd, 40, 10"})
    void quick_warmsUpAsTheScenarioDemands_thenMeasuresThreeIterations(String scenario, int warmUp, int iteration) {
        Timing timing = timing("quick", scenario);
        assertThat(timing.hot()).isEqualTo(Duration.ofSeconds(5));
        assertThat(warmUp(timing)).isEqualTo(Duration.ofSeconds(warmUp));
        assertThat(timing.iterations()).isEqualTo(3);
        assertThat(timing.iteration()).isEqualTo(Duration.ofSeconds(iteration));
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "publish"})
    void standardAndPublish_measureFiveIterations(String preset) {
        assertThat(timing(preset, "crowd").iterations()).isEqualTo(5);
        assertThat(timing(preset, "crowd").iteration()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void smoke_takesASecondForEverything() {
        Duration second = Duration.ofSeconds(1);
        assertThat(timing("smoke", "crowd")).isEqualTo(new Timing(second, 1, second, 3, second));
    }

    @Test
    void smokeOfAnOpenLoop_goesOnForLongEnoughThatSaturationIsSeen() {
        Timing timing = timing("smoke", "tail");
        assertThat(timing.warmup().plus(timing.iteration().multipliedBy(timing.iterations())))
                .isGreaterThan(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @CsvSource({"smoke, 1, 3", "quick, 2, 5", "standard, 2, 10", "publish, 2, 10"})
    void listIsFetchedSoOften_howeverLongItTakes(String preset, int warmups, int lists) {
        for (String scenario : List.of("list", "list:1000,delay=2s")) {
            assertThat(timing(preset, scenario).warmups()).isEqualTo(warmups);
            assertThat(timing(preset, scenario).iterations()).isEqualTo(lists);
        }
    }

    /** Seven lists of 100 pages at 50 ms, 200 ms apart: 5.2 s each one after another, 0.25 s all at once, 1.45 s four at a time. */
    @Test
    void estimateOfAList_goesByHowManyPagesCanBeInFlight_andItsLimitByOne() {
        Scenario list = Scenarios.parse("list").get(0);
        Timing timing = Preset.QUICK.timing(list);
        Duration besides = timing.estimate(list).minusMillis(7 * 250);
        assertThat(timing.estimate(list, 100)).isEqualTo(besides.plusMillis(7 * 250));
        assertThat(timing.estimate(list, 1)).isEqualTo(besides.plusMillis(7 * 5_200));
        assertThat(timing.estimate(list, 4)).isEqualTo(besides.plusMillis(7 * 1_450));
        Scenario longer = Scenarios.parse("list:1000,delay=2s").get(0);
        assertThat(timing.limit(longer))
                .isGreaterThan(timing.estimate(longer, 1).multipliedBy(2))
                .isGreaterThan(Duration.ofSeconds(2 * 7 * 2_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "20ms",
                "700ms",
                "800ms",
                "801ms",
                "2s",
                "60s",
                "uniform:1s..1100ms",
                "lognormal:20ms..200ms",
                "lognormal:1s..10s",
                "bimodal:20ms/30s@10%"
            })
    void otherScenarios_warmUpForFiveMeanDelaysAnd4s_andMeasureForFiveMeanDelays(String delay) {
        Scenario scenario = Scenarios.parse("closed:10,delay=" + delay).get(0);
        double fiveDelays = 5 * scenario.delay().meanNanos();
        Timing timing = Preset.QUICK.timing(scenario);
        assertThat((double) warmUp(timing).toNanos()).isGreaterThanOrEqualTo(Math.max(4e9, fiveDelays));
        assertThat((double) timing.iteration().toNanos()).isGreaterThanOrEqualTo(Math.max(3e9, fiveDelays));
    }

    @Test
    void limitOfAFork_isFarBeyondWhatItShouldTake() {
        for (String text : Scenarios.names())
            for (Scenario scenario : Scenarios.parse(text))
                for (Preset preset : Preset.values()) {
                    Timing timing = preset.timing(scenario);
                    assertThat(timing.limit(scenario))
                            .isGreaterThan(timing.estimate(scenario).multipliedBy(2));
                }
    }

    @Test
    void mistake_isAnsweredWithValueChoicesAndExample() {
        assertThatThrownBy(() -> Preset.named("quik"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"quik\": no such preset")
                .hasMessageContaining("smoke, quick, standard, publish")
                .hasMessageContaining("try quick")
                .hasMessageContaining("did you mean quick?");
        assertThatThrownBy(() -> Preset.named("QUICK")).hasMessageContaining("\"QUICK\": no such preset");
    }
}
