package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.result.Metric;
import dev.iomodels.result.NumberId;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        new CsvReport().write(RunContents.of(run), run.path());
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
                .filter(one -> one.subList(1, 3).equals(List.of(scenario, contender))
                        && one.get(4).equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void records_areAllAsLongAsTheHeader() {
        assertThat(records.get(0))
                .containsExactly(
                        "id",
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
                        "fork_values",
                        "badge");
        assertThat(records).allMatch(record -> record.size() == 13);
        // Five cells that measured have a line for each metric, four that did not have one.
        long ofClosedLoops = Arrays.stream(Metric.values())
                .filter(metric -> metric.isOf(Scenarios.parse("cpu").get(0)))
                .count();
        assertThat(records).hasSize((int) (1 + 5 * ofClosedLoops + 4));
    }

    @Test
    void badge_isThatOfTheCell() {
        assertThat(record("wait", "raw-selector@17", "p99").get(12)).isEqualTo("indicative");
        assertThat(record("cpu", "blocking@17", "p99").get(12)).isEqualTo("not citable: forks-failed");
    }

    @Test
    void numbers_haveTheirUnitIntervalFootingAndForks() {
        List<String> throughput = record("wait", "raw-selector@17", "pages/s");
        assertThat(throughput.subList(3, 7)).containsExactly("measured", "pages/s", "1/s", "3");
        assertThat(throughput.get(11)).isEqualTo("49750 50000 50250");
        double value = Double.parseDouble(throughput.get(7));
        assertThat(value).isBetween(49_998.0, 50_000.0);
        // t(.975, 2) × 0.5 % ÷ √3 is 1.24 % either way.
        assertThat(Double.parseDouble(throughput.get(8))).isBetween(0.987 * value, 0.988 * value);
        assertThat(Double.parseDouble(throughput.get(9))).isBetween(1.012 * value, 1.013 * value);
        assertThat(record("wait", "blocking@17", "p99").get(10)).isEqualTo("thin");
        assertThat(record("wait", "blocking@17", "p99.9").subList(7, 12)).containsExactly("", "", "", "none", "");
        assertThat(record("wait", "raw-selector@17", "n").subList(7, 10)).containsExactly("600000", "", "");
    }

    @Test
    void numbers_haveAnIdThatLeadsBackToThem_andLinesWithoutANumberHaveNone() {
        assertThat(record("wait", "raw-selector@17", "p99.9").get(0))
                .isEqualTo("2026-11-22T150300Z-quick/wait/raw-selector@17/p99.9");
        for (List<String> record : records.subList(1, records.size())) {
            if (record.get(4).isEmpty()) {
                assertThat(record.get(0)).isEmpty();
                continue;
            }
            NumberId id = NumberId.parse(record.get(0));
            assertThat(List.of(id.scenario(), id.contender(), id.metric().label()))
                    .isEqualTo(List.of(record.get(1), record.get(2), record.get(4)));
        }
        assertThat(records.stream().map(record -> record.get(0)).filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void cellsWithoutNumbers_areThere_withTheirReasons() {
        assertThat(record("wait", "virtual-thread@17", "").get(3))
                .isEqualTo("skipped: virtual-thread needs JDK 21, this is JDK 17");
        assertThat(record("wait", "selector-1@17", "").get(3)).isEqualTo("failed: it \"crashed\", and burned");
        assertThat(record("cpu", "selector-1@17", "").get(3)).isEqualTo("missing");
        assertThat(record("cpu", "blocking@17", "pages/s").get(3)).isEqualTo("1 fork failed");
        assertThat(record("cpu", "blocking@17", "pages/s").get(6)).isEqualTo("2");
    }
}
