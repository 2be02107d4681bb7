package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.ComparableRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Json;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
    @TempDir
    private Path directory;

    private RunDirectory before;
    private RunDirectory after;

    @BeforeEach
    void measure() {
        before = run("2026-11-22T15:03:00Z", 100);
        after = run("2026-11-23T15:03:00Z", 93);
    }

    private RunDirectory run(String when, int percent) {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 5, "wait", List.of("selector", "thread-pool:200"), MadeUpRun.JDK_25);
        return ComparableRun.run(
                directory, when, plan, (cell, block) -> ComparableRun.pages(cell, block) * percent / 100);
    }

    private static Cli compare(RunDirectory run, String... options) {
        List<String> words = new ArrayList<>(List.of("compare", run.path().toString()));
        words.addAll(List.of(options));
        return Cli.run(words.toArray(String[]::new));
    }

    private Cli both(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.add(0, after.path().toString());
        return compare(before, words.toArray(String[]::new));
    }

    private static void isRefused(Cli cli, String... parts) {
        assertThat(cli.status()).as(cli.err()).isEqualTo(2);
        assertThat(cli.err()).contains(parts).doesNotContain("\tat ", "Exception");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void oneRun_isComparedInItself_andTwo_withEachOther() {
        Cli one = compare(before);
        assertThat(one.status()).as(one.err()).isZero();
        assertThat(one.out())
                .startsWith("2026-11-22T150300Z-quick [indicative]; 5 forks per cell")
                .contains("selector-1@25", "faster by 35");
        Cli two = both();
        assertThat(two.status()).as(two.err()).isZero();
        assertThat(two.out())
                .startsWith("A: 2026-11-22T150300Z-quick [indicative]")
                .contains(
                        "B: 2026-11-23T150300Z-quick [indicative]", "slower by 7", "between-run variance not included");
    }

    @ParameterizedTest
    @CsvSource({"text, 2026-11-22T150300Z-quick [", "md, # Comparison: 2026-11-22", "csv, 'run,badge,'"})
    void format_isAsAsked(String format, String beginning) {
        assertThat(compare(before, "--format", format).out()).startsWith(beginning);
    }

    @Test
    void help_hasEveryOption() {
        assertThat(Cli.run("compare", "--help").out())
                .contains("RUN", "--baseline", "--variable", "--format", "--fail-if-slower", "such as 5%");
    }

    @Test
    void baseline_isAsAsked() {
        assertThat(compare(before, "--baseline", "selector").out()).contains("thread-pool-200@25", "slower by 25.9");
    }

    @ParameterizedTest
    @CsvSource({"5%, 1", "5, 1", "5 %, 1", "5.0%, 1", "9%, 0", "20, 0"})
    void failIfSlower_endsWithOne_whereAnIntervalIsWhollyWorse(String share, int status) {
        Cli cli = both("--fail-if-slower", share);
        assertThat(cli.status()).as(cli.err()).isEqualTo(status);
        assertThat(cli.out()).contains("B against A");
        if (status == 1)
            assertThat(cli.err())
                    .contains("worse by more than 5", "wait/selector-1@25, throughput against A: slower by 7")
                    .contains("CPU per page against A: dearer by 8");
        else assertThat(cli.err()).isEmpty();
    }

    @Test
    void failIfSlower_doesNotMindWhatIsFaster_norWhatIsTooFewForks() {
        assertThat(compare(after, before.path().toString(), "--fail-if-slower=1%")
                        .status())
                .isZero();
        RunDirectory few = MadeUpRun.example(directory.resolve("few"));
        Cli cli = compare(few, "--fail-if-slower=1%");
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("--fail-if-slower \"1%\"", "five forks", "try run --preset standard");
    }

    @Test
    void failIfSlower_namesWhatCouldNotBeJudged() throws IOException {
        Path file = after.path().resolve("forks/wait/selector-1@25/2.json");
        Json.write(file, new ForkResult.Failed("crashed", List.of()));
        Cli cli = both("--fail-if-slower", "20");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.err())
                .contains("not judged: wait/selector-1@25, throughput against A: F=4: no verdict below five forks")
                .doesNotContain("thread-pool");
        assertThat(cli.out()).contains("in B, not citable, a gate is red: wait/selector-1@25 (forks-failed)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5%", "0", "5%%", "%", "1e3", "5000%", "5pages"})
    void failIfSlower_withNonsense_isRefused(String share) {
        isRefused(both("--fail-if-slower=" + share), "--fail-if-slower \"" + share + "\"", "try 5%");
    }

    @Test
    void pageOfTwoRuns_isWrittenWhereItIsAskedFor_andNothingPrinted() throws IOException {
        Path page = directory.resolve("comparison.html");
        Cli cli = both("--format=html", "--out=" + page);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).isEmpty();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("\"kind\":\"comparison\"", "echarts");
    }

    @Test
    void wrongWords_areAnsweredWithTheChoices() {
        isRefused(compare(before, "--format=pdf"), "--format \"pdf\"", "text, md, csv, html", "try text");
        isRefused(compare(before, "--format=html"), "--format \"html\"", "report.html", "try compare A B");
        isRefused(both("--out=no/such/place.html"), "--out \"no/such/place.html\"", "try --out comparison.html");
        isRefused(
                compare(before, "--baseline=poll"), "--baseline \"poll\"", "selector, thread-pool:200", "try selector");
        isRefused(compare(before, "--variable=cores"), "--variable \"cores\"", "takes two runs");
        isRefused(both("--variable=cores"), "--variable \"cores\"", "they differ in nothing of the kind");
        isRefused(compare(before, directory.resolve("none").toString()), "RUN \"" + directory.resolve("none") + "\"");
        isRefused(Cli.run("compare"), "RUN");
        isRefused(both(before.path().toString()), "RUN \"" + before.path() + "\": one run or two");
        isRefused(compare(before, before.path().toString()), "the same run twice");
    }

    @Test
    void runsThatMustNotBeCompared_areRefused_unlessTheFieldIsNamed() throws IOException {
        Path file = after.path().resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("-XX:+UseG1GC", "-XX:+UseZGC"));
        isRefused(both(), "cannot be compared", "jvm-args: ", "UseG1GC", "UseZGC", "--variable \"jvm-args\"");
        isRefused(both("--variable=heap"), "--variable \"heap\"", "they differ in jvm-args");
        Cli cli = both("--variable", "jvm-args");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("A and B differ in\n  jvm-args: ");
    }

    @Test
    void brokenFork_isNamed() throws IOException {
        Path file = before.path().resolve("forks/wait/selector-1@25/2.json");
        Files.writeString(file, "{");
        isRefused(compare(before), "RUN \"" + before.path() + "\"", file.toString());
    }
}
