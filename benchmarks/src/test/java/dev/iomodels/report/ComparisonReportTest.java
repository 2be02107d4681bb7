package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.ComparableRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {
    @TempDir
    private Path directory;

    private static String file(RunDirectory run, String name) throws IOException {
        return Files.readString(run.path().resolve(name));
    }

    @Test
    void bothFiles_beginWithRunAndBadge_andComeOutTheSameAgain() throws IOException {
        RunDirectory run = ComparableRun.create(directory, "2026-11-22T15:03:00Z");
        new ComparisonReport().write(RunContents.of(run), run.path());
        String markdown = file(run, "comparison.md");
        String csv = file(run, "comparison.csv");
        assertThat(markdown)
                .startsWith("# Comparison: 2026-11-22T150300Z-standard\n\n**indicative**")
                .contains("## wait, throughput (pages/s): models on the same JDK")
                .contains("- against thread-pool-200@17: 2 of 2 differ, each interval 97.5 %; ")
                .contains("1 − 5 % ÷ m, all together 95 % (Bonferroni)");
        assertThat(csv).startsWith("run,badge,").contains("\r\n2026-11-22T150300Z-standard,indicative,,,models,wait,");
        new ComparisonReport().write(RunContents.of(run), run.path());
        assertThat(file(run, "comparison.md")).isEqualTo(markdown);
        assertThat(file(run, "comparison.csv")).isEqualTo(csv);
    }

    @Test
    void linesOfTheCsv_areAsLongAsTheHeader_andHoldTheNumbersOfTheirVerdict() throws IOException {
        RunDirectory run = ComparableRun.create(directory, "2026-11-22T15:03:00Z");
        new ComparisonReport().write(RunContents.of(run), run.path());
        List<List<String>> records = CsvReportTest.parse(file(run, "comparison.csv"));
        assertThat(records).allMatch(record -> record.size() == records.get(0).size());
        List<String> header = records.get(0);
        List<String> record = records.stream()
                .filter(one -> one.get(header.indexOf("kind")).equals("jdks")
                        && one.get(header.indexOf("contender")).equals("selector-1@25")
                        && one.get(header.indexOf("metric")).equals("pages/s"))
                .findFirst()
                .orElseThrow();
        assertThat(record.get(header.indexOf("baseline"))).isEqualTo("selector-1@17");
        assertThat(record.get(header.indexOf("forks"))).isEqualTo("5");
        assertThat(record.get(header.indexOf("family"))).isEqualTo("1");
        assertThat(record.get(header.indexOf("verdict"))).isEqualTo("less");
        assertThat(record.get(header.indexOf("words"))).startsWith("slower by 10");
        assertThat(Double.parseDouble(record.get(header.indexOf("confidence")))).isEqualTo(0.95);
        assertThat(Double.parseDouble(record.get(header.indexOf("low"))))
                .isLessThan(Double.parseDouble(record.get(header.indexOf("ratio"))));
    }

    @Test
    void runWithFewForks_andOneWithNothingToCompare_areWrittenToo() throws IOException {
        RunDirectory run = MadeUpRun.example(directory);
        new ComparisonReport().write(RunContents.of(run), run.path());
        assertThat(file(run, "comparison.md"))
                .contains("F=2: no verdict below five forks", "skipped: virtual-thread needs JDK 21")
                .doesNotContain("faster", "slower");
        RunDirectory none = MadeUpRun.create(
                directory.resolve("none"), MadeUpRun.plan(Preset.QUICK, 3, "cpu", List.of("noop"), MadeUpRun.JDK_25));
        new ComparisonReport().write(RunContents.of(none), none.path());
        assertThat(file(none, "comparison.csv")).hasLineCount(1);
    }

    @Test
    void runWithFiveBlocks_saysAtItsEndWhatIsReal_withinAScreen() {
        String text = TextReport.of(RunContents.of(ComparableRun.create(directory, "2026-11-22T15:03:00Z")));
        assertThat(text)
                .contains("wait: which differences are real\n")
                .contains("  throughput against thread-pool-200@25: 3 of 3 differ: virtual-thread@25 faster by 12")
                .contains("  throughput across JDKs: 1 of 3 differ: selector-1@25 against selector-1@17 slower by 10")
                .contains("  control, thread-pool-200@17 entered twice: throughput same within ±3 %; ");
        assertThat(text.lines()).allMatch(line -> line.length() <= 150);
        assertThat(TextReport.of(RunContents.of(MadeUpRun.example(directory.resolve("other")))))
                .doesNotContain("which differences are real");
    }

    @Test
    void smokeRun_saysNothingOfWhatIsReal_howeverManyBlocksItHas() {
        RunDirectory run = ComparableRun.run(
                directory,
                "2026-11-22T15:03:00Z",
                MadeUpRun.plan(Preset.SMOKE, 5, "wait", List.of("blocking", "selector"), MadeUpRun.JDK_25),
                ComparableRun::pages);
        assertThat(TextReport.of(RunContents.of(run))).doesNotContain("which differences are real");
        assertThat(ComparisonText.text(Comparisons.within(RunContents.of(run), "")))
                .contains("no verdict: not a measurement")
                .doesNotContain("faster", "slower", "differ,");
    }

    @Test
    void tables_fitAScreen() {
        RunContents run = RunContents.of(ComparableRun.create(directory, "2026-11-22T15:03:00Z"));
        assertThat(ComparisonText.text(Comparisons.within(run, "")).lines()).allMatch(line -> line.length() <= 150);
    }
}
