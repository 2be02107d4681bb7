package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberIdTest {
    private static final Plan PLAN = MadeUpRun.plan(
            Preset.STANDARD,
            5,
            "cpu,wait,closed:7,delay=bimodal:20ms/1s@1%",
            Planner.MODELS,
            MadeUpRun.JDK_17,
            MadeUpRun.JDK_25);

    @Test
    void idOfEveryNumberOfAPlan_isItsOwn_andLeadsBackToItsCell() {
        RunRecord run = MadeUpRun.record(PLAN, "2026-11-22T150300Z-standard");
        List<NumberId> ids = PLAN.cells().stream()
                .flatMap(cell -> Arrays.stream(Metric.values()).map(metric -> NumberId.of(run, cell, metric)))
                .toList();
        assertThat(ids.stream().map(NumberId::toString)).doesNotHaveDuplicates();
        for (NumberId id : ids) {
            NumberId parsed = NumberId.parse(id.toString());
            assertThat(parsed).isEqualTo(id);
            Cell cell = parsed.cell(PLAN);
            assertThat(NumberId.of(run, cell, parsed.metric())).isEqualTo(id);
        }
    }

    /** They are quoted on slides: whoever changes one breaks them. */
    @Test
    void idsOfMetrics_areThoseThatWereQuoted() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::id))
                .contains("throughput", "ceiling", "cpu-per-page", "p50", "p99", "p99.9", "max")
                .contains("added-p50", "added-p99", "turnaround", "bytes-per-page", "pages", "failures")
                .allMatch(id -> id.matches("[a-z0-9.-]+"));
    }

    @Test
    void runInFrontOfAnId_mayBeAPath() {
        NumberId id = NumberId.parse("/data/results/2026-11-22T150300Z-quick/wait/virtual-thread@25/p99.9");
        assertThat(id.run()).isEqualTo("/data/results/2026-11-22T150300Z-quick");
        assertThat(List.of(id.scenario(), id.contender())).containsExactly("wait", "virtual-thread@25");
        assertThat(id.metric()).isEqualTo(Metric.P999);
    }

    @Test
    void contenderOfAnotherScenario_isNotTaken() {
        NumberId id = NumberId.parse("a-run/wait/noop@17/p99");
        assertThatThrownBy(() -> id.cell(PLAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"noop@17\": no such contender in this run; there are blocking@17, blocking@25");
    }
}
