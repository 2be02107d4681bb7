package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final Jdk JDK_17 = new Jdk("/jdk-17", 17, "17.0.1", "Maker");
    private static final Jdk JDK_25 = new Jdk("/jdk-25", 25, "25.0.1", "Maker");

    private static Plan plan(Preset preset, String scenarios, String models, Jdk... jdks) {
        return Planner.plan(
                preset,
                1,
                preset.blocks(),
                Scenarios.parse(scenarios),
                List.of(models.split(",")),
                List.of(jdks),
                Terms.with(JDK_25));
    }

    private static List<String> paths(Plan plan) {
        return plan.cells().stream().map(Cell::path).toList();
    }

    @Test
    void everyModelOfThePreset_isACellOfEachScenario_inTheOrderOfReports() {
        Plan plan = Planner.plan(
                Preset.QUICK, 1, 3, Scenarios.parse("cpu,wait"), Planner.MODELS, List.of(JDK_25), Terms.with(JDK_25));
        String workers = "process-pool-" + Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        assertThat(paths(plan))
                .containsExactly(
                        "cpu/noop@25",
                        "cpu/blocking@25",
                        "cpu/thread-pool-200@25",
                        "cpu/thread-pool-64@25",
                        "cpu/" + workers + "@25",
                        "cpu/virtual-thread@25",
                        "cpu/selector-1@25",
                        "cpu/raw-selector@25",
                        "wait/blocking@25",
                        "wait/thread-pool-200@25",
                        "wait/thread-pool-1000@25",
                        "wait/" + workers + "@25",
                        "wait/virtual-thread@25",
                        "wait/selector-1@25",
                        "wait/raw-selector@25");
        assertThat(plan.cells()).allMatch(cell -> cell.skip().isEmpty());
    }

    @Test
    void overTls_whatCannotIsSkippedWithTheReason_andTheRestRuns() {
        Plan plan = Planner.plan(
                Preset.QUICK,
                1,
                3,
                Scenarios.parse("wait"),
                List.of("raw-selector", "selector", "process-pool:4"),
                List.of(JDK_25),
                Terms.with(JDK_25).over(true));
        assertThat(plan.cells()).extracting(Cell::skip).containsExactly("raw-selector cannot fetch over TLS", "", "");
    }

    @Test
    void noop_runsOnlyWhereNothingWaits() {
        assertThat(paths(plan(Preset.QUICK, "cpu,wait,crowd", "noop,selector", JDK_25)))
                .containsExactly("cpu/noop@25", "cpu/selector-1@25", "wait/selector-1@25", "crowd/selector-1@25");
        assertThatThrownBy(() -> plan(Preset.QUICK, "wait", "noop", JDK_25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to measure")
                .hasMessageContaining("--scenario cpu");
    }

    @Test
    void arguments_areResolved_andContendersThatThenAreTheSameAreEnteredOnce() {
        Plan plan = plan(
                Preset.QUICK,
                "closed:200,delay=20ms",
                "thread-pool:200,thread-pool,selector,selector:1,selector:2,thread-pool:200",
                JDK_25);
        assertThat(plan.cells())
                .extracting(cell -> cell.contender().name())
                .containsExactly("thread-pool:200", "selector:1", "selector:2");
    }

    @Test
    void virtualThreads_areSkippedOnAJdkWithoutThem_forThatReason() {
        Plan plan = plan(Preset.QUICK, "cpu", "virtual-thread,selector", JDK_17, JDK_25);
        assertThat(paths(plan))
                .containsExactly(
                        "cpu/virtual-thread@17", "cpu/virtual-thread@25", "cpu/selector-1@17", "cpu/selector-1@25");
        assertThat(plan.cells())
                .extracting(Cell::skip)
                .containsExactly("virtual-thread needs JDK 21, this is JDK 17", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({"SMOKE, false", "QUICK, false", "STANDARD, true", "PUBLISH, true"})
    void control_isEnteredOncePerScenario_inStandardAndPublish(Preset preset, boolean control) {
        List<String> paths = paths(plan(preset, "cpu,wait", "noop,blocking,selector", JDK_25));
        assertThat(paths.stream().filter(path -> path.endsWith("-control")))
                .isEqualTo(control ? List.of("cpu/blocking@25-control", "wait/blocking@25-control") : List.of());
    }

    @Test
    void control_isTheFirstContenderThatCanRun() {
        assertThat(paths(plan(Preset.STANDARD, "cpu", "virtual-thread,selector,blocking", JDK_17)))
                .containsExactly(
                        "cpu/virtual-thread@17", "cpu/selector-1@17", "cpu/blocking@17", "cpu/selector-1@17-control");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "selectr|model \"selectr\": no such model; did you mean selector?",
                "carrier-pigeon|there are noop, blocking, thread-pool",
                "thread-pool:|\"thread-pool:\": nothing after the colon; try thread-pool",
                "thread-pool:many|model \"thread-pool:many\": what follows the colon is a whole number",
                "selector:0|model \"selector:0\": what follows the colon is a whole number from 1",
                "blocking:3|blocking takes no argument; try blocking"
            })
    void mistake_isAnsweredWithValueChoicesAndExample(String models, String answer) {
        assertThatThrownBy(() -> plan(Preset.QUICK, "cpu", models, JDK_25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(answer);
    }
}
