package dev.iomodels.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static long[] first(int pages, String load, long seed) {
        Schedule schedule = new Schedule((Load.Open) Load.parse(load), seed);
        return LongStream.generate(schedule::next).limit(pages).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 3, 7, 1_000, 333_333.333, 1_000_000})
    void evenSchedule_hasPageIAtIDividedByTheRate_howeverLongItGoesOn(double rate) {
        long[] due = first(300_000, new Load.Open(rate).toString(), 1);
        for (int i : new int[] {0, 1, 2, 99, 1_000, 299_999})
            assertThat(due[i]).as("page %d", i).isEqualTo((long) (i * (1e9 / rate)));
    }

    /** The standard error of the mean of 300 000 exponential gaps is 0.18 %, that of their variance 0.5 %. */
    @Test
    void poissonSchedule_hasExponentialGaps() {
        long[] due = first(300_000, "open:2000/s,poisson", 7);
        double[] gaps = new double[due.length - 1];
        for (int i = 0; i < gaps.length; i++) gaps[i] = due[i + 1] - due[i];
        double mean = DoubleStream.of(gaps).average().orElseThrow();
        assertThat(mean).isCloseTo(500_000, within(0.01 * 500_000));
        double variance = DoubleStream.of(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(variance) / mean).as("coefficient of variation").isCloseTo(1, within(0.01));
        double longer = DoubleStream.of(gaps).filter(gap -> gap > 1_000_000).count() / (double) gaps.length;
        assertThat(longer).as("share beyond two means").isCloseTo(Math.exp(-2), within(0.003));
    }

    @Test
    void poissonSchedule_isFixedByItsSeed() {
        assertThat(first(1_000, "open:2000/s,poisson", 7)).isEqualTo(first(1_000, "open:2000/s,poisson", 7));
        assertThat(first(1_000, "open:2000/s,poisson", 8)).isNotEqualTo(first(1_000, "open:2000/s,poisson", 7));
    }
}
