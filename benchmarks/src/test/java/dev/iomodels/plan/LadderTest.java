package dev.iomodels.plan;

import static dev.iomodels.Searching.SEARCH;
import static dev.iomodels.Searching.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Searching;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static OptionalDouble capacity(Contender contender) {
        return switch (contender.model()) {
            case "thread-pool" -> OptionalDouble.of(2_000);
            case "virtual-thread" -> OptionalDouble.of(6_543);
            case "selector" -> OptionalDouble.of(9_000);
            default -> OptionalDouble.empty();
        };
    }

    @Test
    void rates_areSharesOfTheSlowest_andNinetyPercentOfEveryOtherOne() {
        assertThat(Ladder.of(1_234, List.of(9_000.0, 1_234.0, 6_543.0), 0.05).rates())
                .containsExactly(309.0, 617.0, 926.0, 1_110.0, 5_890.0, 8_100.0);
    }

    @Test
    void ratesThatNobodyCouldTellApart_areOne() {
        assertThat(Ladder.of(1_000, List.of(1_000.0, 1_020.0, 4_000.0, 4_100.0), 0.05)
                        .rates())
                .containsExactly(250.0, 500.0, 750.0, 900.0, 3_600.0);
    }

    @Test
    void everybody_isMeasuredUpToItsOwnCapacity_atTheSameRates() {
        Plan found = plan(SEARCH, 1, 3, "blocking", "thread-pool:200", "virtual-thread", "selector");
        Plan like = plan(Preset.QUICK, SEARCH, 9, 3, "selector");
        Plan ladder =
                Ladder.of(2_000, List.of(2_000.0, 6_543.0, 9_000.0), 0.05).plan(found, LadderTest::capacity, like);
        assertThat(ladder.search()).isEmpty();
        assertThat(ladder.seed()).isEqualTo(9);
        assertThat(ladder.cells())
                .extracting(Cell::path)
                .contains("ladder-500/thread-pool-200@25", "ladder-1800/selector-1@25", "ladder-5890/selector-1@25")
                .doesNotContain("ladder-5890/thread-pool-200@25", "ladder-8100/virtual-thread@25")
                .noneMatch(path -> path.contains("blocking"))
                .hasSize(4 * 3 + 2 + 1);
        for (Cell cell : ladder.cells())
            assertThat(Searching.rate(new Plan.Fork(cell, 1)))
                    .isLessThanOrEqualTo(capacity(cell.contender()).orElseThrow());
    }

    @Test
    void control_isEnteredAtEveryRate() {
        Plan found = plan(Preset.STANDARD, SEARCH, 1, 5, "selector", "virtual-thread");
        Plan ladder = Ladder.of(6_543, List.of(6_543.0, 9_000.0), 0.05).plan(found, LadderTest::capacity, found);
        for (Scenario scenario : ladder.scenarios())
            assertThat(ladder.cells())
                    .filteredOn(cell ->
                            cell.scenario().equals(scenario) && cell.contender().control())
                    .hasSize(1);
    }
}
