package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BracketTest {
    private static final int RATES = 109;

    /** How many tries it took; the threshold is the number of rates that are kept. */
    private static int search(Bracket from, int threshold) {
        Bracket bracket = from;
        int tries = 0;
        while (bracket.next().isPresent()) {
            assertThat(bracket.next().getAsInt()).isBetween(bracket.kept() + 1, bracket.missed() - 1);
            bracket = bracket.after(bracket.next().getAsInt() < threshold);
            tries++;
        }
        assertThat(bracket.kept()).isEqualTo(threshold - 1);
        assertThat(bracket.missed()).isEqualTo(threshold);
        return tries;
    }

    @Test
    void everyThreshold_isFoundByHalving_inAsManyTriesAsThatTakes() {
        // 110 thresholds, none and all included: log2 is 6.8.
        for (int threshold = 0; threshold <= RATES; threshold++)
            assertThat(search(Bracket.of(RATES), threshold)).isBetween(6, 7);
    }

    @Test
    void everyThreshold_isFoundFromEveryStart_soonIfItIsNear() {
        for (int threshold = 0; threshold <= RATES; threshold++)
            for (int start = -3; start < RATES + 3; start++) {
                int tries = search(Bracket.near(RATES, start, 4), threshold);
                assertThat(tries).isLessThanOrEqualTo(14);
                if (Math.abs(start + 1 - threshold) < 4) assertThat(tries).isLessThanOrEqualTo(5);
            }
    }

    @Test
    void singleRate_isTriedOnce() {
        assertThat(search(Bracket.of(1), 0)).isEqualTo(1);
        assertThat(search(Bracket.of(1), 1)).isEqualTo(1);
    }
}
