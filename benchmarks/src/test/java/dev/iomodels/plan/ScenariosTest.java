package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.load.Faults;
import dev.iomodels.load.Load;
import dev.iomodels.stub.Delay;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenariosTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu|closed:64, no delay, 1KiB",
                "wait|closed:1000, uniform:50ms..150ms, 1KiB",
                "crowd|closed:10000, uniform:500ms..1.5s, 1KiB",
                "drip|closed:1000, uniform:50ms..150ms, 64KiB, drip:20ms@100%",
                "churn|closed:200, uniform:50ms..150ms, 1KiB, close@100%",
                "tail|open:1000/s, lognormal:20ms..200ms, 1KiB",
                "list|list:100, fixed:50ms, 1KiB"
            })
    void names_standForTheirConditions(String name, String conditions) {
        assertThat(Scenarios.parse(name)).singleElement().satisfies(scenario -> {
            assertThat(scenario.name()).isEqualTo(name);
            assertThat(scenario.conditions()).isEqualTo(conditions);
        });
    }

    @Test
    void scale_isTheSameWaitForMoreAndMoreUsers() {
        assertThat(Scenarios.parse("scale"))
                .extracting(Scenario::name)
                .containsExactly("scale-1", "scale-10", "scale-100", "wait", "scale-10000");
        assertThat(Scenarios.parse("scale"))
                .extracting(one -> one.load().inFlight())
                .containsExactly(1, 10, 100, 1_000, 10_000);
        assertThat(Scenarios.parse("scale"))
                .extracting(one -> one.delay().toString())
                .containsOnly("uniform:50ms..150ms");
    }

    @Test
    void whatScaleAndWaitHaveInCommon_isMeasuredOnce() {
        assertThat(Scenarios.parse("cpu,wait,scale"))
                .extracting(Scenario::name)
                .containsExactly("cpu", "wait", "scale-1", "scale-10", "scale-100", "scale-10000");
    }

    @Test
    void text_isAScenarioOfItsOwn_withDefaultsForWhatItLeavesOut() {
        Scenario whole = Scenarios.parse("closed:200,delay=lognormal:20ms..200ms,size=16KiB")
                .get(0);
        assertThat(whole.load()).isEqualTo(new Load.Closed(200));
        assertThat(whole.delay()).isEqualTo(Delay.parse("lognormal:20ms..200ms"));
        assertThat(whole.size()).isEqualTo(16 * 1024);
        assertThat(whole.waits()).isTrue();
        Scenario bare = Scenarios.parse("closed:5").get(0);
        assertThat(bare.size()).isEqualTo(1024);
        assertThat(bare.waits()).isFalse();
    }

    @Test
    void faults_areAScenarioOfItsOwn_watchedForAsLongAsTheyTake() {
        Scenario scenario = Scenarios.parse("closed:200,delay=20ms,faults=reset@0.1%+stall:2s@50%,cpu")
                .get(0);
        assertThat(scenario.faults()).isEqualTo(Faults.parse("reset@0.1%+stall:2s@50%"));
        assertThat(scenario.name()).isEqualTo("closed-200-fixed-20ms-1KiB-reset-0.1-stall-2s-50");
        assertThat(scenario.conditions()).isEqualTo("closed:200, fixed:20ms, 1KiB, reset@0.1%+stall:2s@50%");
        assertThat(scenario.longestNanos()).isEqualTo(2_020_000_000L);
        assertThat(scenario.iteration()).as("five mean delays of 1.02 s").isEqualTo(Duration.ofSeconds(6));
        assertThat(Scenarios.parse("closed:200,faults=close@1%").get(0).waits()).isFalse();
        assertThat(Scenarios.parse("closed:200,faults=stall:1s@1%").get(0).waits())
                .isTrue();
    }

    @Test
    void moreFaults_makeAnotherScenario_withAnotherName() {
        Scenario wait = Scenarios.parse("wait").get(0);
        Scenario faulty = wait.with(Faults.parse("reset@0.1%+stall:10s@20%"));
        assertThat(faulty.name()).isEqualTo("wait-reset-0.1-stall-10s-20");
        assertThat(faulty.delay()).isEqualTo(wait.delay());
        assertThat(faulty.iteration()).isEqualTo(Duration.ofSeconds(11));
        assertThat(wait.with(Faults.NONE)).isEqualTo(wait);
        Scenario crowd = Scenarios.parse("crowd").get(0);
        assertThat(crowd.with(Faults.parse("close@1%")).warmup()).isEqualTo(crowd.warmup());
        Scenario churn = Scenarios.parse("churn").get(0);
        assertThat(churn.with(Faults.parse("reset@1%")).faults()).hasToString("close@100%+reset@1%");
        assertThatThrownBy(() -> churn.with(Faults.parse("close@1%"))).hasMessageContaining("its kind is there twice");
    }

    @Test
    void openLoad_hasCommasOfItsOwn_inAListOfScenariosToo() {
        List<Scenario> scenarios = Scenarios.parse(
                "tail,open:2000/s,poisson,in-flight=100,delay=20ms,cpu,open:10/s,size=2KiB,in-flight=9,open:5/s,poisson");
        assertThat(scenarios)
                .extracting(one -> one.load().toString())
                .containsExactly(
                        "open:1000/s",
                        "open:2000/s,poisson,in-flight=100",
                        "closed:64",
                        "open:10/s,in-flight=9",
                        "open:5/s,poisson");
        assertThat(scenarios.get(1).name()).isEqualTo("open-2000-s-poisson-in-flight-100-fixed-20ms-1KiB");
        assertThat(scenarios).extracting(Scenario::open).containsExactly(true, true, false, true, true);
    }

    @Test
    void list_mixesNamesAndTexts_andDropsWhatIsTwice() {
        List<Scenario> scenarios = Scenarios.parse(
                "closed:200,delay=20ms,size=2KiB,cpu,closed:7,wait,closed:200,size=2KiB,delay=fixed:20ms,cpu");
        assertThat(scenarios)
                .extracting(Scenario::name)
                .containsExactly("closed-200-fixed-20ms-2KiB", "cpu", "closed-7-fixed-0-1KiB", "wait");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed:200,delay=lognormal:20ms..200ms,size=16KiB|closed-200-lognormal-20ms-200ms-16KiB",
                "closed:1,delay=bimodal:20ms/1s@1%|closed-1-bimodal-20ms-1s-1-1KiB",
                "closed:1,delay=1.5ms,size=1500|closed-1-fixed-1.5ms-1500B",
                "list:20,delay=uniform:10ms..90ms,size=16KiB|list-20-uniform-10ms-90ms-16KiB",
                "list:20,faults=reset@5%|list-20-fixed-0-1KiB-reset-5"
            })
    void text_hasANameThatFitsAFile(String text, String name) {
        assertThat(Scenarios.parse(text).get(0).name()).isEqualTo(name).matches("[A-Za-z0-9.-]+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wiat|\"wiat\": no such scenario|cpu, wait, crowd, scale|did you mean wait?",
                "waiting|\"waiting\": no such scenario|cpu, wait, crowd, scale|closed:200,delay=20ms",
                "cpu,,wait|\"\": no such scenario|cpu, wait, crowd, scale|closed:200,delay=20ms",
                "','|\"\": no such scenario|cpu, wait, crowd, scale|closed:200,delay=20ms",
                "closed:200,poisson|\"closed:200,poisson\"|closed:USERS|open:2000/s",
                "open:200,delay=20ms|\"open:200\"|open:RATE/s|open:2000/s,poisson",
                "cpu,poisson|\"poisson\": no such scenario|cpu, wait, crowd, scale|closed:200,delay=20ms",
                "closd:200|\"closd:200\"|closed:USERS|closed:200",
                "closed:0|\"closed:0\"|1 to 100000 users|closed:200",
                "list:0|\"list:0\"|1 to 100000 pages|list:100",
                "list:20,poisson|\"list:20,poisson\"|list:PAGES|list:100",
                "lst|\"lst\": no such scenario|tail, list|did you mean list?",
                "list:20,faults=close@100%+reset@1%|\"reset@1%\": a list of 20 pages may have none|reset@5%|list:100",
                "closed:200,delay=20|\"20\": no unit|20ms|lognormal:20ms..200ms",
                "closed:200,delay=lognormal:200ms..20ms|\"lognormal:200ms..20ms\"|shorter comes first|lognormal:20ms",
                "closed:200,delay=61s|\"61s\"|0 to 60s|50ms",
                "closed:200,dealy=20ms|\"dealy=20ms\"|delay=…, size=… and faults=…|closed:200,delay=lognormal:20ms..200ms",
                "closed:200,size=16KB|\"16KB\": no such unit|KiB|16KiB",
                "closed:200,size=17MiB|\"17MiB\"|0 to 16MiB|size=16KiB",
                "closed:200,faults=rest@1%|\"rest@1%\"|stall:2s|reset@0.1%+stall:2s@1%",
                "closed:200,size=15,faults=drip:20ms@1%|\"drip:20ms@1%\"|16 bytes or more|size=64KiB",
                "closed:200,size=0,faults=reset:body@1%|\"reset:body@1%\"|1 bytes or more|size=64KiB",
                "closed:200,size=1KiB,size=2KiB|\"size=2KiB\"|given twice|closed:200,delay="
            })
    void mistake_isAnsweredWithValueChoicesAndExample(String text, String value, String choices, String example) {
        assertThatThrownBy(() -> Scenarios.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(choices)
                .hasMessageContaining(example);
    }
}
