package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Jdk JDK = new Jdk("/jdk-17", 17, "17.0.1", "Maker");

    private static Plan plan(long seed, int blocks) {
        return Planner.plan(
                Preset.QUICK,
                seed,
                blocks,
                Scenarios.parse("cpu,wait,crowd"),
                Planner.MODELS,
                List.of(JDK),
                Terms.with(JDK));
    }

    private static List<String> block(Plan plan, int block) {
        return plan.forks().stream()
                .filter(fork -> fork.block() == block)
                .map(Plan.Fork::path)
                .toList();
    }

    @Test
    void everyBlock_hasEveryCellOnce_andIsOverBeforeTheNextBegins() {
        Plan plan = plan(1, 5);
        assertThat(plan.forks()).hasSize(5 * plan.cells().size());
        assertThat(plan.forks()).extracting(Plan.Fork::block).isSorted();
        for (int block = 1; block <= 5; block++) {
            int number = block;
            assertThat(block(plan, block))
                    .containsExactlyInAnyOrderElementsOf(plan.cells().stream()
                            .map(cell -> cell.path() + "/" + number)
                            .toList());
        }
    }

    @Test
    void order_isFixedByTheSeed_andAnotherInEachBlock() {
        assertThat(plan(7, 3).forks()).isEqualTo(plan(7, 3).forks());
        assertThat(plan(7, 3).forks()).isNotEqualTo(plan(8, 3).forks());
        List<String> first = block(plan(7, 2), 1);
        List<String> second = block(plan(7, 2), 2);
        assertThat(second)
                .isNotEqualTo(
                        first.stream().map(path -> path.replaceAll("/1$", "/2")).toList());
        assertThat(first)
                .isNotEqualTo(plan(7, 2).cells().stream()
                        .map(cell -> cell.path() + "/1")
                        .toList());
    }

    @Test
    void badge_promisesCitableNumbers_onlyWithAsManyForksAsTheyTake() {
        Plan publish = Planner.plan(
                Preset.PUBLISH, 1, 10, Scenarios.parse("cpu"), List.of("selector"), List.of(JDK), Terms.with(JDK));
        assertThat(publish.badge()).isEqualTo("citable, if every gate passes");
        assertThat(publish.inBlocks(9).badge()).isEqualTo("indicative");
        assertThat(publish.inBlocks(30).badge()).isEqualTo("citable, if every gate passes");
        assertThat(plan(1, 100).badge()).isEqualTo("indicative");
    }

    @Test
    void moreBlocks_leaveTheEarlierOnesAsTheyWere() {
        assertThat(plan(7, 5).forks().subList(0, plan(7, 3).forks().size()))
                .isEqualTo(plan(7, 3).forks());
    }

    @Test
    void scenarios_areInTheOrderOfReports_andTheLargestDecidesWhatIsNeeded() {
        assertThat(plan(1, 1).scenarios()).extracting(Scenario::name).containsExactly("cpu", "wait", "crowd");
        assertThat(plan(1, 1).mostInFlight()).isEqualTo(10_000);
    }

    @Test
    void estimate_isTheSumOverForksThatRun() {
        Plan plan = plan(1, 1);
        List<Plan.Fork> forks = plan.forks();
        Duration sum = Duration.ZERO;
        for (Plan.Fork fork : forks) {
            Duration one = plan.estimate(List.of(fork));
            assertThat(one.isZero()).isEqualTo(!fork.cell().skip().isEmpty());
            sum = sum.plus(one);
        }
        assertThat(plan.estimate(forks)).isEqualTo(sum);
        assertThat(plan.estimate(List.of())).isZero();
    }
}
