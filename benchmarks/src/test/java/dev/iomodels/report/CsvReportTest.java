package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReportTest {
    @TempDir
    private Path directory;

    private List<List<String>> records;

    @BeforeEach
    void write() throws IOException {
        RunDirectory run = MadeUpRun.example(directory);
        new CsvReport().write(RunContents.of(run));
        records = parse(Files.readString(run.path().resolve("summary.csv")));
    }

    /** By the grammar of RFC 4180, which it holds the text to. */
    static List<List<String>> parse(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            StringBuilder field = new StringBuilder();
            if (text.charAt(at) == '"') {
                for (at++; !(text.charAt(at) == '"' && text.charAt(at + 1) != '"'); at++) {
                    if (text.charAt(at) == '"') at++;
                    field.append(text.charAt(at));
                }
                at++;
            } else for (; ",\r\n\"".indexOf(text.charAt(at)) < 0; at++) field.append(text.charAt(at));
            record.add(field.toString());
            if (text.charAt(at) == ',') {
                at++;
                continue;
            }
            assertThat(text.substring(at, at + 2))
                    .as("end of record %s", record)
                    .isEqualTo("\r\n");
            at += 2;
            records.add(record);
            record = new ArrayList<>();
        }
        assertThat(record).as("after the last line").isEmpty();
        return records;
    }

    private List<String> record(String scenario, String contender, String metric) {
        return records.stream()
                .filter(one -> one.subList(0, 2).equals(List.of(scenario, contender))
                        && one.get(3).equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void records_areAllAsLongAsTheHeader() {
        assertThat(records.get(0))
                .containsExactly(
                        "scenario",
                        "contender",
                        "status",
                        "metric",
                        "unit",
                        "forks",
                        "value",
                        "low95",
                        "high95",
                        "footing",
                        "fork_values");
        assertThat(records).allMatch(record -> record.size() == 11);
        // Five cells that measured have a line for each metric, four that did not have one.
        assertThat(records).hasSize(1 + 5 * Metric.values().length + 4);
    }

    @Test
    void numbers_haveTheirUnitIntervalFootingAndForks() {
        List<String> throughput = record("wait", "raw-selector@17", "pages/s");
        assertThat(throughput.subList(2, 6)).containsExactly("measured", "pages/s", "1/s", "3");
        assertThat(throughput.get(10)).isEqualTo("49750 50000 50250");
        double value = Double.parseDouble(throughput.get(6));
        assertThat(value).isBetween(49_998.0, 50_000.0);
        // t(.975, 2) × 0.5 % ÷ √3 is 1.24 % either way.
        assertThat(Double.parseDouble(throughput.get(7))).isBetween(0.987 * value, 0.988 * value);
        assertThat(Double.parseDouble(throughput.get(8))).isBetween(1.012 * value, 1.013 * value);
        assertThat(record("wait", "blocking@17", "p99").get(9)).isEqualTo("thin");
        assertThat(record("wait", "blocking@17", "p99.9").subList(6, 10)).containsExactly("", "", "", "none");
        assertThat(record("wait", "raw-selector@17", "n").subList(6, 9)).containsExactly("600000", "", "");
    }

    @Test
    void cellsWithoutNumbers_areThere_withTheirReasons() {
        assertThat(record("wait", "virtual-thread@17", "").get(2))
                .isEqualTo("skipped: virtual-thread needs JDK 21, this is JDK 17");
        assertThat(record("wait", "selector-1@17", "").get(2)).isEqualTo("failed: it \"crashed\", and burned");
        assertThat(record("cpu", "selector-1@17", "").get(2)).isEqualTo("missing");
        assertThat(record("cpu", "blocking@17", "pages/s").get(2)).isEqualTo("1 forks failed");
        assertThat(record("cpu", "blocking@17", "pages/s").get(5)).isEqualTo("2");
    }
}
