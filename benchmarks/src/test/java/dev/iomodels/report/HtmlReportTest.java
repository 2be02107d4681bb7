package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Changed;
import dev.iomodels.ComparableRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code report.html}: everything in one file, and every number of the run in its data. */
class HtmlReportTest {
    private static final int MOST_BYTES = 3_000_000;

    @TempDir
    private Path directory;

    private String page(RunDirectory run) throws IOException {
        new HtmlReport().write(RunContents.of(run), directory);
        return Files.readString(directory.resolve("report.html"));
    }

    private static JsonNode data(String page) {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        return JsonMapper.shared().readTree(data.group(1));
    }

    private static JsonNode cell(JsonNode data, String path) {
        for (JsonNode cell : data.get("cells")) if (cell.get("path").asString().equals(path)) return cell;
        throw new AssertionError("no cell " + path);
    }

    @Test
    void page_isOneFile_thatAsksNobodyForAnything() throws IOException {
        String page = page(MadeUpRun.example(directory));
        assertThat(page.length()).isLessThan(MOST_BYTES);
        assertThat(page)
                .doesNotContain("{{")
                .doesNotContainPattern("(src|href)=\"?(https?:)?//")
                .doesNotContain("@import")
                .contains("Content-Security-Policy", "default-src 'none'");
    }

    @Test
    void sameRawFiles_giveTheSameBytes() throws IOException {
        RunDirectory run = ComparableRun.create(directory, "2026-11-22T15:03:00Z");
        assertThat(page(run)).isEqualTo(page(run));
    }

    @Test
    void everyNumberOfTheRun_isInTheData_withItsForksAndInterval() throws IOException {
        RunContents run = RunContents.of(ComparableRun.create(directory, "2026-11-22T15:03:00Z"));
        JsonNode data = data(page(run.directory()));
        run.cells().forEach(cell -> {
            JsonNode numbers = cell(data, cell.cell().path()).get("numbers");
            for (Metric metric : Metric.values())
                assertThat(numbers.has(metric.id()))
                        .as(cell.cell().path() + "/" + metric.id())
                        .isEqualTo(metric.isOf(cell.cell().scenario())
                                && cell.estimate(metric).isPresent());
        });
        JsonNode rate = cell(data, "wait/selector-1@17").get("numbers").get("throughput");
        assertThat(rate.get(0).asDouble()).isBetween(7_400.0, 7_600.0);
        assertThat(rate.get(1).asDouble()).isBetween(1.0, 1.05);
        assertThat(rate.get(2).asString()).matches("7 \\d{3} pages/s");
        assertThat(rate.get(3).asString()).matches("\\[7 \\d{3}, 7 \\d{3}]");
        assertThat(rate.get(6)).hasSize(5);
    }

    @Test
    void whatWasNotMeasured_isThereWithItsReason() throws IOException {
        JsonNode data = data(page(MadeUpRun.example(directory)));
        assertThat(cell(data, "cpu/virtual-thread@17").get("status").asString()).isEqualTo("skipped");
        assertThat(cell(data, "cpu/virtual-thread@17").get("reason").asString()).contains("needs JDK 21");
        assertThat(cell(data, "wait/selector-1@17").get("status").asString()).isEqualTo("failed");
        assertThat(cell(data, "wait/selector-1@17").get("reason").asString()).isNotBlank();
        assertThat(cell(data, "cpu/selector-1@17").get("status").asString()).isEqualTo("missing");
        assertThat(cell(data, "cpu/blocking@17").get("forks").get(1).get(2).asString())
                .isEqualTo("failed");
    }

    @Test
    void textOfResults_cannotEndTheScriptThatItIsIn() throws IOException {
        String evil = "</script><script>alert(1)</script><!--";
        Plan plan = MadeUpRun.plan(Preset.QUICK, 1, "wait", List.of("blocking"), MadeUpRun.JDK_17);
        Cell cell = plan.cells().get(0);
        Contender contender = new Contender(evil, "", evil, cell.contender().jdk(), false);
        Plan with = plan.of(List.of(Changed.of(cell, "contender", contender)));
        RunDirectory run = MadeUpRun.create(directory, with);
        MadeUpRun.store(run, with.cells().get(0), 1, MadeUpRun.measured(2_000));
        String page = page(run);
        assertThat(page).doesNotContain(evil).doesNotContain("alert(1)</script>");
        assertThat(data(page).get("models").get(0).get("name").asString()).isEqualTo(evil);
    }

    @Test
    void curve_endsWhereSamplesRunOut_andKnowsTheLargest() throws IOException {
        JsonNode data = data(page(MadeUpRun.complete(directory, Preset.QUICK, 3)));
        JsonNode curve = cell(data, "wait/raw-selector@17").get("latency");
        long n = curve.get("n").asLong();
        int points = curve.get("x").size();
        assertThat(curve.get("all")).hasSize(points);
        assertThat(n / curve.get("x").get(points - 1).asDouble()).isGreaterThanOrEqualTo(9.9);
        for (JsonNode fork : curve.get("forks"))
            assertThat(fork.size()).isLessThan(points).isPositive();
        assertThat(curve.get("max").asDouble()).isEqualTo(2e8, org.assertj.core.api.Assertions.within(1e6));
    }

    @Test
    void comparison_hasBothRuns_andWhatDiffersBetweenThem() {
        RunContents a = RunContents.of(ComparableRun.create(directory, "2026-11-22T15:03:00Z"));
        RunContents b = RunContents.of(ComparableRun.create(directory, "2026-11-23T15:03:00Z"));
        JsonNode data = data(HtmlReport.of(a, b, Comparisons.between(a, b, Set.of(), "")));
        assertThat(data.get("kind").asString()).isEqualTo("comparison");
        assertThat(data.get("runs")).hasSize(2);
        assertThat(data.get("answers").size()).isBetween(3, 6);
        assertThat(data.get("families")).isNotEmpty();
        assertThat(data.get("cells")).hasSize(a.cells().size() + b.cells().size());
    }
}
