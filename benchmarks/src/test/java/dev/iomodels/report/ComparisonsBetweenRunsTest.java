package dev.iomodels.report;

import static dev.iomodels.report.FoundComparisons.families;
import static dev.iomodels.report.FoundComparisons.line;
import static dev.iomodels.report.FoundComparisons.read;
import static dev.iomodels.report.FoundComparisons.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.ComparableRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.stats.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs. */
class ComparisonsBetweenRunsTest {
    private static final String MONDAY = "2026-11-22T15:03:00Z";
    private static final String TUESDAY = "2026-11-23T15:03:00Z";
    private static final Jdk JDK_21 = new Jdk("/jvm/jdk-21", 21, "21.0.1", "Maker");

    @TempDir
    private Path directory;

    /** A run of one JDK; {@code percent} of the pages of comparable runs. */
    private RunDirectory run(String when, int percent, Jdk jdk, String... models) {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 5, "wait", Arrays.asList(models), jdk);
        return ComparableRun.run(
                directory, when, plan, (cell, block) -> ComparableRun.pages(cell, block) * percent / 100);
    }

    @Test
    void twoRuns_areComparedCellByCell_withoutPairing() {
        RunContents before = read(run(MONDAY, 100, MadeUpRun.JDK_25, "selector", "blocking"));
        RunContents after = read(run(TUESDAY, 110, MadeUpRun.JDK_25, "selector", "blocking"));
        Comparisons comparisons = Comparisons.between(before, after, Set.of(), "");
        Compared throughput = families(comparisons, Kind.RUNS, Words.THROUGHPUT).get(0);
        assertThat(throughput.family().size()).isEqualTo(2);
        assertThat(text(throughput, "selector-1@25")).startsWith("faster by 10 % [");
        // The drift of the blocks is in it: t × .8 % × √(2 ÷ 5) is more than 1 %.
        assertThat(throughput
                        .verdict(line(throughput, "selector-1@25"))
                        .orElseThrow()
                        .smallestVisible()
                        .orElseThrow())
                .isBetween(0.01, 0.03);
        assertThat(line(throughput, "selector-1@25").baselineValue()).isCloseTo(6_750, within(1.0));
        assertThat(comparisons.heading())
                .contains("A and B do not differ in anything that was recorded of their conditions")
                .anyMatch(line -> line.startsWith("between-run variance not included"));
    }

    @Test
    void cellsThatOnlyOneRunHas_areListed() {
        RunContents a = read(run(MONDAY, 100, MadeUpRun.JDK_25, "selector", "blocking"));
        RunContents b = read(run(TUESDAY, 100, MadeUpRun.JDK_25, "selector", "raw-selector"));
        Comparisons comparisons = Comparisons.between(a, b, Set.of(), "");
        assertThat(comparisons.alone())
                .containsExactly(
                        new Comparisons.Alone("wait", "blocking@25", "only in A"),
                        new Comparisons.Alone("wait", "raw-selector@25", "only in B"));
        assertThat(ComparisonText.text(comparisons)).contains("wait/blocking@25: only in A");
        assertThat(ComparisonText.markdown(comparisons)).contains("- wait/raw-selector@25: only in B");
        assertThat(ComparisonCsv.text(comparisons)).contains(",alone,wait,,,blocking@25,");
    }

    @Test
    void runsOnDifferentJdks_areMatchedByModel_andLabelledSo() {
        RunContents a = read(run(MONDAY, 100, MadeUpRun.JDK_17, "selector"));
        RunContents b = read(run(TUESDAY, 100, MadeUpRun.JDK_25, "selector"));
        Comparisons comparisons = Comparisons.between(a, b, Set.of(), "");
        assertThat(text(comparisons.families().get(0), "selector-1@17 → selector-1@25"))
                .startsWith("slower by 10 %");
        assertThat(comparisons.heading()).contains("The runs have different JDKs: contenders are matched by model");
        assertThat(comparisons.alone()).isEmpty();
    }

    private static RunContents edited(RunDirectory run, String from, String to) throws IOException {
        Path file = run.path().resolve("run.json");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        return read(run);
    }

    @Test
    void twoMachines_areComparedByRatiosOfRatiosOnly() throws IOException {
        RunContents a = read(run(MONDAY, 100, MadeUpRun.JDK_25, "thread-pool:200", "virtual-thread", "selector"));
        // Three times as fast, and on another governor, which is of the machine too.
        RunDirectory fast = run(TUESDAY, 300, MadeUpRun.JDK_25, "thread-pool:200", "virtual-thread", "selector");
        edited(fast, "A Processor", "Another");
        RunContents b = edited(fast, "\"performance\"", "\"powersave\"");
        Comparisons comparisons = Comparisons.between(a, b, Set.of(), "");
        assertThat(comparisons.families()).extracting(Compared::kind).containsOnly(Kind.RATIOS);
        Compared throughput = comparisons.families().get(0);
        assertThat(throughput.baseline()).isEqualTo("thread-pool-200@25");
        Comparison line = line(throughput, "virtual-thread@25");
        assertThat(line.baselineValue()).isCloseTo(1.12, within(0.001));
        assertThat(line.value()).isCloseTo(1.12, within(0.001));
        assertThat(text(throughput, "virtual-thread@25")).isEqualTo("same within ±3 %");
        assertThat(ComparisonText.text(comparisons))
                .contains("Two machines", "cpu: A Processor | Another", "×1.120")
                .doesNotContain("5 600", "16 80");
        // Somebody who says that the processor is what is compared gets the numbers.
        assertThat(Comparisons.between(a, b, Set.of("cpu", "governor"), "").families())
                .extracting(Compared::kind)
                .containsOnly(Kind.RUNS);
    }

    @Test
    void runsThatDifferInWhatMustMatch_areRefused_unlessItIsNamed() throws IOException {
        RunContents a = read(run(MONDAY, 100, MadeUpRun.JDK_25, "selector"));
        RunContents b = edited(run(TUESDAY, 100, MadeUpRun.JDK_25, "selector"), "-Xmx2g", "-Xmx8g");
        assertThatThrownBy(() -> Comparisons.between(a, b, Set.of(), ""))
                .isInstanceOf(Incomparable.class)
                .hasMessageContaining("  jvm-args: -Xms2g -Xmx2g")
                .hasMessageContaining("-Xmx8g")
                .hasMessageContaining("--variable \"jvm-args\"");
        Comparisons comparisons = Comparisons.between(a, b, Set.of("jvm-args"), "");
        assertThat(comparisons.heading()).anyMatch(line -> line.startsWith("  jvm-args: "));
        assertThat(comparisons.families()).hasSize(3);
    }

    @Test
    void twoBuildsOfOneVersion_areComparedToo_theOlderOneAsTheBaseline() {
        Jdk newer = new Jdk("/jvm/newer", 25, "25.0.10", "Maker", "25.0.10");
        Jdk older = new Jdk("/jvm/older", 25, "25.0.2", "Maker", "25.0.2");
        RunContents run = read(ComparableRun.run(
                directory,
                MONDAY,
                MadeUpRun.plan(Preset.QUICK, 5, "wait", List.of("blocking"), newer, older),
                ComparableRun::pages));
        assertThat(families(Comparisons.within(run, ""), Kind.JDKS, Words.THROUGHPUT))
                .extracting(Compared::baseline)
                .containsExactly("blocking@25.0.2");
    }

    @Test
    void otherCLibrary_isNamed() throws IOException {
        RunDirectory run = ComparableRun.create(directory, MONDAY);
        for (Cell cell : run.record().plan().cells())
            for (int block = 1; block <= 5; block++) {
                Path file = run.files(cell, block).json();
                String libc = cell.contender().jdk().feature() == 17 ? "glibc 2.31" : "glibc 2.36";
                Files.writeString(
                        file,
                        Files.readString(file).replaceFirst("\"libc\" : \"[^\"]*\"", "\"libc\" : \"" + libc + "\""));
            }
        assertThat(Comparisons.within(read(run), "").heading())
                .contains("C libraries differ: @17 on glibc 2.31; @25 on glibc 2.36. "
                        + "Between these, JDK and C library are compared together");
        RunContents same = read(ComparableRun.create(directory, TUESDAY));
        assertThat(Comparisons.within(same, "").heading()).hasSize(1);
    }
}
