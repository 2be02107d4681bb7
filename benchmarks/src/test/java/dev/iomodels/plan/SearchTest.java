package dev.iomodels.plan;

import static dev.iomodels.Searching.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static final Target P99 = Target.parse("p99=300ms");

    @ParameterizedTest
    @CsvSource({"100, 20000, 0.05", "1, 1000000, 0.02", "7, 8, 0.5", "100, 130, 0.02"})
    void rates_riseFromBoundToBound_byTheResolution_andHaveThreeFigures(double low, double high, double resolution) {
        List<Double> rates = new Search(P99, low, high, resolution).rates();
        assertThat(rates.get(0)).isEqualTo(low);
        assertThat(rates.get(rates.size() - 1)).isEqualTo(high);
        for (int i = 1; i < rates.size(); i++) {
            // Three figures are half a percent of 100 at the most, on either side.
            assertThat(rates.get(i) / rates.get(i - 1)).isGreaterThan(1).isLessThan((1 + resolution) * 1.01);
            assertThat(Search.rounded(rates.get(i))).isEqualTo(rates.get(i));
        }
    }

    @Test
    void boundsThatAreNone_areRefused() {
        assertThatThrownBy(() -> new Search(P99, 100, 100, 0.05)).hasMessageStartingWith("\"100/s\": ");
        assertThatThrownBy(() -> new Search(P99, 0.5, 100, 0.05)).hasMessageContaining("1/s at the least");
        assertThatThrownBy(() -> new Search(P99, 100, 200, 0.01)).hasMessageContaining("2% to 50%");
    }

    @Test
    void scenario_isAsLongAsAHundredPagesBeyondTheQuantileTake() {
        Scenario template = SEARCH.template(
                "capacity", Scenario.parse("open:77/s,poisson,in-flight=512,delay=20ms,faults=drip:1ms@10%,size=2KiB"));
        for (double rate : List.of(100.0, 123.0, 1_000.0, 20_000.0)) {
            Scenario scenario = SEARCH.at(rate, template, 3);
            double due = rate * 3 * scenario.iteration().toMillis() / 1e3;
            assertThat(due * 0.99 * 0.01).isGreaterThanOrEqualTo(100);
            assertThat(scenario.iteration()).isGreaterThanOrEqualTo(template.iteration());
        }
        assertThat(SEARCH.at(1_230, template, 3).name()).isEqualTo("capacity-1230");
        assertThat(SEARCH.at(1_230, template, 3).load()).hasToString("open:1230/s,poisson,in-flight=512");
        assertThat(SEARCH.at(1_230, template, 3).faults()).hasToString("drip:1ms@10%");
        assertThat(SEARCH.at(1_230, template, 3).size()).isEqualTo(2_048);
    }
}
