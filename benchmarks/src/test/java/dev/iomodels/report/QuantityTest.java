package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.result.Metric;
import dev.iomodels.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {
    private static String of(Metric metric, Double... forks) {
        Quantity quantity = Quantity.of(metric, Estimate.of(List.of(forks)));
        return quantity.value() + ", " + quantity.certainty();
    }

    @Test
    void numbers_haveThreeDigits_ifTheirIntervalNeedsNoMore() {
        assertThat(of(Metric.CPU_PER_PAGE, 61.2, 58.4, 63.9))
                .startsWith("61.1 µs, 95 % interval [54.7, 68.4], 3 forks");
        assertThat(of(Metric.THROUGHPUT, 9.4, 9.5, 9.6)).startsWith("9.50 pages/s, 95 % interval [9.25, 9.75]");
    }

    @Test
    void numbers_haveAsManyDigitsAsTellThemFromTheirInterval() {
        assertThat(of(Metric.P99, 149.31e6, 149.33e6, 149.35e6))
                .startsWith("149.33 ms, 95 % interval [149.28, 149.38]");
        assertThat(of(Metric.CEILING, 99.871, 99.872, 99.873)).startsWith("99.872 %, 95 % interval [99.870, 99.874]");
    }

    @Test
    void wholeNumbers_areNotRounded() {
        assertThat(of(Metric.THROUGHPUT, 124_986.0, 124_986.0, 124_986.0))
                .startsWith("124 986 pages/s, 95 % interval [124 986, 124 986]");
    }

    @Test
    void timesAndBytes_haveAUnitThatFits() {
        assertThat(of(Metric.P50, 812.0)).isEqualTo("812 ns, no interval (1 fork)");
        assertThat(of(Metric.P50, 85_823.0)).startsWith("85.8 µs,");
        assertThat(of(Metric.TURNAROUND, 50e9)).startsWith("50.0 s,");
        assertThat(of(Metric.BYTES_PER_PAGE, 7_291.2)).startsWith("7.29 kB,");
        assertThat(of(Metric.BYTES_PER_PAGE, 4.74, 4.74)).isEqualTo("4.74 B, no interval (2 forks)");
    }
}
