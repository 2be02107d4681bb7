package dev.iomodels.plan;

import static dev.iomodels.Searching.SEARCH;
import static dev.iomodels.Searching.plan;
import static dev.iomodels.Searching.rate;
import static dev.iomodels.Searching.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.SearchPath.Found;
import dev.iomodels.plan.SearchPath.Outcome;
import dev.iomodels.plan.SearchPath.State;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchPathTest {
    private static final String[] MODELS = {"virtual-thread", "selector", "thread-pool:200"};

    private static double capacity(Plan.Fork fork) {
        return switch (fork.cell().contender().model()) {
            case "selector" -> 9_000;
            case "virtual-thread" -> 6_500;
            default -> 1_234;
        };
    }

    @Test
    void everyContender_isFoundInEveryBlock_betweenNeighbouringRates() {
        Plan plan = plan(SEARCH, 1, 3, MODELS);
        SearchPath path = SearchPath.of(plan, system(SearchPathTest::capacity));
        List<Double> rates = SEARCH.rates();
        assertThat(path.next()).isEmpty();
        assertThat(path.found()).hasSize(9).allSatisfy(found -> {
            double capacity = capacity(new Plan.Fork(found.contender(), 1));
            assertThat(found.state()).isEqualTo(State.OVER);
            assertThat(found.kept().orElseThrow()).isLessThanOrEqualTo(capacity);
            assertThat(found.missed().orElseThrow()).isGreaterThan(capacity);
            assertThat(rates.indexOf(found.missed().orElseThrow()))
                    .isEqualTo(rates.indexOf(found.kept().orElseThrow()) + 1);
        });
    }

    @Test
    void noFork_isRunTwice_andAllContendersShareTheRates() {
        SearchPath path = SearchPath.of(plan(SEARCH, 1, 3, MODELS), system(SearchPathTest::capacity));
        assertThat(path.done()).extracting(Plan.Fork::path).doesNotHaveDuplicates();
        assertThat(path.done()).allMatch(fork -> SEARCH.rates().contains(rate(fork)));
        // Halving 109 rates takes 7, later blocks 2 to 6.
        assertThat(path.done()).hasSizeBetween(3 * (6 + 2 * 2), 3 * (7 + 2 * 6));
    }

    @Test
    void contenders_takeTurns_inAnOrderThatChanges() {
        List<Plan.Fork> forks = SearchPath.of(plan(SEARCH, 1, 1, MODELS), system(SearchPathTest::capacity))
                .done();
        Set<List<String>> orders = new HashSet<>();
        for (int round = 0; round < 6; round++) {
            List<String> order = forks.subList(3 * round, 3 * round + 3).stream()
                    .map(fork -> fork.cell().contender().model())
                    .toList();
            assertThat(order).doesNotHaveDuplicates();
            orders.add(order);
        }
        assertThat(orders).hasSizeGreaterThan(1);
    }

    @Test
    void interruptedAnywhere_goesOnWithTheSameFork() {
        Plan plan = plan(SEARCH, 7, 2, MODELS);
        List<Plan.Fork> all =
                SearchPath.of(plan, system(SearchPathTest::capacity)).done();
        for (int done = 0; done < all.size(); done++) {
            Set<Plan.Fork> there = Set.copyOf(all.subList(0, done));
            SearchPath path = SearchPath.of(
                    plan,
                    fork -> there.contains(fork)
                            ? system(SearchPathTest::capacity).apply(fork)
                            : Optional.empty());
            assertThat(path.done()).isEqualTo(all.subList(0, done));
            assertThat(path.next()).contains(all.get(done));
        }
    }

    @Test
    void whatLiesBeyondTheBounds_hasOneSideOnly() {
        List<Found> below = SearchPath.of(plan(SEARCH, 1, 2, "selector"), system(fork -> 99))
                .found();
        assertThat(below).hasSize(2).allSatisfy(found -> {
            assertThat(found.kept()).isEmpty();
            assertThat(found.missed()).hasValue(100);
        });
        List<Found> above = SearchPath.of(plan(SEARCH, 1, 2, "selector"), system(fork -> 20_000))
                .found();
        assertThat(above).hasSize(2).allSatisfy(found -> {
            assertThat(found.kept()).hasValue(20_000);
            assertThat(found.missed()).isEmpty();
        });
    }

    @Test
    void forkThatFails_endsTheSearchForItsContender_inItsBlockOnly() {
        SearchPath path = SearchPath.of(plan(SEARCH, 1, 2, MODELS), fork -> {
            boolean fails =
                    fork.block() == 1 && fork.cell().contender().model().equals("selector") && rate(fork) > 5_000;
            return fails
                    ? Optional.of(Outcome.BROKEN)
                    : system(SearchPathTest::capacity).apply(fork);
        });
        assertThat(path.found())
                .filteredOn(found -> found.state() == State.BROKEN)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.block()).isEqualTo(1);
                    assertThat(found.contender().contender().model()).isEqualTo("selector");
                    assertThat(found.missed()).isEmpty();
                });
    }

    @Test
    void contenderThatCannotRun_isNotSearched() {
        Plan plan = plan(SEARCH, 1, 1, "virtual-thread", "selector");
        Cell first = plan.cells().get(0);
        Plan without = plan.of(List.of(
                new Cell(first.scenario(), first.contender(), "no virtual threads"),
                plan.cells().get(1)));
        assertThat(SearchPath.of(without, system(fork -> 1_000)).done())
                .allMatch(fork -> fork.cell().contender().model().equals("selector"));
    }

    @Test
    void bounds_holdWhateverTheThresholds() {
        Plan plan = plan(SEARCH, 3, 3, "selector");
        SearchBounds bounds = SearchBounds.of(plan);
        for (double capacity = 90; capacity < 22_000; capacity *= 1.037) {
            double of = capacity;
            List<Plan.Fork> done = SearchPath.of(plan, system(fork -> fork.block() == 2 ? of * 1.5 : of))
                    .done();
            assertThat((long) done.size()).isBetween(bounds.leastForks(), bounds.mostForks());
            assertThat(plan.estimate(done)).isBetween(bounds.least(), bounds.most());
        }
    }
}
