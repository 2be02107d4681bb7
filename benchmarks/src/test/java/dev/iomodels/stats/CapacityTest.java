package dev.iomodels.stats;

import static dev.iomodels.Searching.SEARCH;
import static dev.iomodels.Searching.plan;
import static dev.iomodels.Searching.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.plan.Plan;
import dev.iomodels.plan.SearchPath;
import dev.iomodels.plan.SearchPath.Outcome;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static Capacity found(int blocks, ToDoubleFunction<Plan.Fork> capacity) {
        return Capacity.of(
                SearchPath.of(plan(SEARCH, 1, blocks, "selector"), system(capacity))
                        .found(),
                SEARCH.lowest(),
                SEARCH.highest());
    }

    @Test
    void known_isTheMeanOfTheBlocks_andNoFinerThanTheSearch() {
        Capacity.Known known = (Capacity.Known) found(3, fork -> 1_000);
        // 100 × 1.05⁴⁷ = 991 was kept, 1.05⁴⁸ = 1040 was missed, in every block: √(991 × 1040) = 1015.2.
        assertThat(known.estimate().value()).isCloseTo(1_015.2, within(0.1));
        assertThat(known.values()).hasSize(3).containsOnly(known.values().get(0));
        // No spread; what is left is half a step: √(1040 ÷ 991) = 1.0244.
        assertThat(known.factor().orElseThrow()).isCloseTo(1.0244, within(1e-4));
    }

    @Test
    void interval_isThatOfTheBlocks_andHalfAStep() {
        double[] capacities = {900, 1_000, 1_100};
        Capacity.Known known = (Capacity.Known) found(3, fork -> capacities[fork.block() - 1]);
        double factor = known.estimate().factor().orElseThrow();
        assertThat(factor).isGreaterThan(1.2);
        assertThat(known.factor().orElseThrow()).isCloseTo(factor * known.half(), within(1e-9));
    }

    @Test
    void twoBlocks_haveValues_butNoInterval() {
        Capacity.Known known = (Capacity.Known) found(2, fork -> 1_000);
        assertThat(known.values()).hasSize(2);
        assertThat(known.factor()).isEmpty();
    }

    @Test
    void beyondTheBounds_thereIsABound_andNoInterval() {
        assertThat(found(3, fork -> 50)).isEqualTo(new Capacity.Below(100, 3));
        assertThat(found(3, fork -> 1e6)).isEqualTo(new Capacity.AtLeast(20_000, 3));
    }

    @Test
    void someBlocksBeyondTheBounds_makeABoundThatHoldsForAll() {
        double[] low = {50, 110, 50};
        // 110 keeps 110 and misses 116.
        assertThat(found(3, fork -> low[fork.block() - 1])).isEqualTo(new Capacity.Below(116, 3));
        double[] high = {1e6, 19_000, 1e6};
        Capacity above = found(3, fork -> high[fork.block() - 1]);
        assertThat(((Capacity.AtLeast) above).rate()).isBetween(18_000.0, 19_000.0);
    }

    @Test
    void nothingIsOver_isUnknown() {
        SearchPath path = SearchPath.of(plan(SEARCH, 1, 2, "selector"), fork -> Optional.empty());
        assertThat(Capacity.of(path.found(), SEARCH.lowest(), SEARCH.highest())).isEqualTo(new Capacity.Unknown());
        SearchPath broken = SearchPath.of(plan(SEARCH, 1, 2, "selector"), fork -> Optional.of(Outcome.BROKEN));
        assertThat(Capacity.of(broken.found(), SEARCH.lowest(), SEARCH.highest()))
                .isEqualTo(new Capacity.Unknown());
    }

    /** Each fork's own capacity is off by 3 %, as forks are; half of them then keep the rate that is called the capacity. */
    @Test
    void interval_ofNoisyForks_holdsTheTruth_95TimesIn100() {
        Random random = new Random(4);
        int held = 0;
        int all = 1_000;
        for (int i = 0; i < all; i++) {
            double truth = 1_000 * Math.exp(random.nextDouble());
            Plan plan = plan(SEARCH, i, 5, "selector");
            SearchPath path = SearchPath.of(plan, system(fork -> truth * Math.exp(0.03 * random.nextGaussian())));
            Capacity.Known known = (Capacity.Known) Capacity.of(path.found(), SEARCH.lowest(), SEARCH.highest());
            double off = Math.abs(Math.log(known.estimate().value() / truth));
            if (off <= Math.log(known.factor().orElseThrow())) held++;
        }
        assertThat(held / (double) all).isGreaterThan(0.95);
    }
}
