package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.Changed;
import dev.iomodels.ListRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.result.ForkResult.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Worked out by hand for a fork that measured 8000 pages in two iterations of 2 s (a warm-up before them is left out),
 * with 200 of 1000 users started, a mean delay of 100 ms, 1.6 s of CPU time in each iteration of which 0.1 s was the
 * harness's, an idle share of 5 %, and 4 MB allocated in each.
 */
class MetricTest {
    private static final Measured FORK = MadeUpRun.measured(8_000);
    private static final Histograms SEEN = MadeUpRun.histograms(8_000);

    private static double of(Metric metric) {
        return metric.of(FORK, SEEN).orElseThrow();
    }

    @Test
    void throughput_isPagesOverTheTimeBetweenTheFlips_withoutTheWarmUp() {
        // 8000 pages ÷ 4 s.
        assertThat(of(Metric.THROUGHPUT)).isEqualTo(2_000);
        assertThat(of(Metric.PAGES)).isEqualTo(8_000);
    }

    @Test
    void ceiling_isTheShareOfAskedUsersOverMeanDelay() {
        // 1000 users ÷ 0.1 s = 10 000 pages/s; 2000 of those are 20 %.
        assertThat(of(Metric.CEILING)).isCloseTo(20, within(1e-9));
        assertThat(Metric.CEILING.of(MadeUpRun.measured(8_000, 0, Map.of()), SEEN))
                .isEmpty();
    }

    @Test
    void cpuPerPage_isLessTheHarnesssAndLessIdling() {
        // (2 × (1.6 s − 0.1 s) − 0.05 × 4 s) ÷ 8000 pages = 2.8 s ÷ 8000 = 350 µs.
        assertThat(of(Metric.CPU_PER_PAGE)).isCloseTo(350, within(1e-9));
    }

    @Test
    void cpuPerPage_isNotToldBelow100PagesASecond() {
        assertThat(Metric.CPU_PER_PAGE.of(MadeUpRun.measured(399), SEEN)).isEmpty();
        // 400 pages ÷ 4 s are just enough: 2.8 s ÷ 400 = 7 ms.
        assertThat(Metric.CPU_PER_PAGE.of(MadeUpRun.measured(400), SEEN).orElseThrow())
                .isCloseTo(7_000, within(1e-9));
    }

    /** Of four lists of 400 and 600 ms, which take 100 ms at the least, and 0.7 s of CPU time each. */
    @Test
    void listTime_isTheMeanOfTheLists_andOverTheLeastThatTheyCanTake() {
        Measured lists = ListRun.with(List.of(400_000_000L, 600_000_000L, 400_000_000L, 600_000_000L));
        assertThat(Metric.LIST_TIME.of(lists, SEEN)).hasValue(500e6);
        assertThat(Metric.LIST_OVER_LEAST.of(lists, SEEN)).hasValue(5);
        assertThat(Metric.LISTS.of(lists, SEEN)).hasValue(4);
        Measured undelayed =
                Changed.of(lists, "lists", new ListTimes(0, lists.lists().nanos()));
        assertThat(Metric.LIST_OVER_LEAST.of(undelayed, SEEN)).isEmpty();
        for (Metric other : List.of(Metric.THROUGHPUT, Metric.P99, Metric.ACHIEVED, Metric.MEMORY_PER_PAGE))
            assertThat(other.of(lists, SEEN)).as(other.id()).isEmpty();
        assertThat(Metric.LIST_TIME.of(FORK, SEEN)).isEmpty();
    }

    @Test
    void cpuPerPage_ofLists_isNotToldBelowATenthOfASecond_whichTheSystemCountsInSteps() {
        Measured lists = ListRun.measured(500_000_000);
        // (4 × 0.7 s − 0.05 × 4 s) ÷ 8000 pages.
        assertThat(Metric.CPU_PER_PAGE.of(lists, SEEN).orElseThrow()).isCloseTo(325, within(1e-9));
        Measured cheap = Changed.of(
                lists,
                "intervals",
                lists.intervals().stream()
                        .map(one -> Changed.of(one, "cpuSeconds", 0.124))
                        .toList());
        assertThat(Metric.CPU_PER_PAGE.of(cheap, SEEN)).isEmpty();
    }

    @Test
    void bytesPerPage_isNotToldBelow100PagesASecond() {
        assertThat(Metric.BYTES_PER_PAGE.of(MadeUpRun.measured(399), SEEN)).isEmpty();
        assertThat(Metric.BYTES_PER_PAGE.of(MadeUpRun.measured(400), SEEN)).isPresent();
    }

    @Test
    void turnaround_isWhatLittlesLawGivesAnAskedUser() {
        // 1000 users ÷ 2000 pages/s = 0.5 s.
        assertThat(of(Metric.TURNAROUND)).isEqualTo(500e6);
    }

    @Test
    void bytesPerPage_isWhatWasAllocatedOverThePages_unlessAnIterationCannotTell() {
        // 2 × 4 MB ÷ 8000 pages = 1000 B.
        assertThat(of(Metric.BYTES_PER_PAGE)).isEqualTo(1_000);
        List<Interval> intervals = new ArrayList<>(FORK.intervals());
        intervals.set(2, new Interval(false, 2, 4_000, Map.of(), 1.6, 0.1, -1, 0, 0.0));
        assertThat(Metric.BYTES_PER_PAGE.of(Changed.of(FORK, "intervals", intervals), SEEN))
                .isEmpty();
    }

    @Test
    void quantiles_areThoseOfTheMergedHistogram() {
        // Latencies are 101, 102, … 200 ms, 80 pages each; added is 100 ms less.
        assertThat(of(Metric.P50)).isCloseTo(150e6, within(0.2e6));
        assertThat(of(Metric.P99)).isCloseTo(199e6, within(0.2e6));
        assertThat(of(Metric.P999)).isCloseTo(200e6, within(0.2e6));
        assertThat(of(Metric.MAX)).isCloseTo(200e6, within(0.2e6));
        assertThat(of(Metric.ADDED_P50)).isCloseTo(50e6, within(0.1e6));
        assertThat(of(Metric.ADDED_P99)).isCloseTo(99e6, within(0.1e6));
    }

    @Test
    void failures_areThoseOfTheMeasurement_notOfTheWarmUp() {
        assertThat(of(Metric.FAILURES)).isZero();
        Measured failing = MadeUpRun.measured(8_000, 100e6, Map.of(Failure.RESET, 3L, Failure.STATUS, 4L));
        assertThat(Metric.FAILURES.of(failing, SEEN)).isEqualTo(OptionalDouble.of(7));
        assertThat(failing.failures()).isEqualTo(Map.of(Failure.RESET, 3L, Failure.STATUS, 4L));
    }

    @Test
    void beyond_isTheNumberOfSamplesThatAQuantileRestsOn() {
        assertThat(Metric.P50.beyond(8_000)).isCloseTo(4_000, within(1e-6));
        assertThat(Metric.P99.beyond(8_000)).isCloseTo(80, within(1e-6));
        assertThat(Metric.P999.beyond(9_000)).isCloseTo(9, within(1e-6));
        assertThat(Metric.THROUGHPUT.beyond(8_000)).isEqualTo(8_000);
        assertThat(Metric.MAX.isQuantile()).isFalse();
    }

    @Test
    void everyMetric_hasANameOfItsOwn() {
        assertThat(Metric.values())
                .extracting(Metric::label)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(Metric.values())
                .extracting(Metric::unit)
                .containsOnly("1/s", "%", "µs", "ns", "B", "pages/CPU-s", "pages/MB", "ms/s", "");
    }
}
