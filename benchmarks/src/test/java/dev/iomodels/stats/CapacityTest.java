package dev.iomodels.stats;

import static dev.iomodels.Searching.SEARCH;
import static dev.iomodels.Searching.plan;
import static dev.iomodels.Searching.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Search;
import dev.iomodels.plan.SearchPath;
import dev.iomodels.plan.SearchPath.Outcome;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Each fork's own capacity is off by so much, as forks are; half of them then keep the rate that is called the capacity. */
    @ParameterizedTest(name = "rates {0} apart, forks {1} off, {2} blocks")
    @CsvSource({"0.05, 0.03, 5", "0.02, 0.10, 3", "0.20, 0.10, 3"})
    void interval_ofNoisyForks_holdsTheTruth_95TimesIn100(double resolution, double noise, int blocks) {
        Search search = new Search(SEARCH.target(), 100, 20_000, resolution);
        Random random = new Random(4);
        int held = 0;
        int all = 1_000;
        double sum = 0;
        for (int i = 0; i < all; i++) {
            double truth = 1_000 * Math.exp(random.nextDouble());
            SearchPath path = SearchPath.of(
                    plan(search, i, blocks, "selector"),
                    system(fork -> truth * Math.exp(noise * random.nextGaussian())));
            Capacity.Known known = (Capacity.Known) Capacity.of(path.found(), search.lowest(), search.highest());
            double off = Math.log(known.estimate().value() / truth);
            sum += off;
            if (Math.abs(off) <= Math.log(known.factor().orElseThrow())) held++;
        }
        assertThat(held / (double) all).isGreaterThanOrEqualTo(0.95);
        assertThat(sum / all).as("bias").isCloseTo(0, within(0.01));
    }
}
