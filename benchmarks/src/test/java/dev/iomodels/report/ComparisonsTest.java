package dev.iomodels.report;

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
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.stats.Verdict;
import dev.iomodels.stats.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonsTest {
    private static final String MONDAY = "2026-11-22T15:03:00Z";
    private static final String TUESDAY = "2026-11-23T15:03:00Z";
    private static final Jdk JDK_21 = new Jdk("/jvm/jdk-21", 21, "21.0.1", "Maker");

    @TempDir
    private Path directory;

    private static RunContents read(RunDirectory run) {
        return RunContents.of(run);
    }

    private static List<Compared> families(Comparisons comparisons, Kind kind, Words words) {
        return comparisons.families().stream()
                .filter(family -> family.kind() == kind && family.words() == words)
                .toList();
    }

    private static Comparison line(Compared family, String contender) {
        return family.lines().stream()
                .filter(line -> line.contender().equals(contender))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Compared family, String contender) {
        return family.text(line(family, contender)).orElseThrow();
    }

    @Test
    void models_areHeldAgainstTheThreadPoolOfTheirJdk() {
        Comparisons comparisons = Comparisons.within(read(ComparableRun.create(directory, MONDAY)), "");
        List<Compared> models = families(comparisons, Kind.MODELS, Words.THROUGHPUT);
        assertThat(models).extracting(Compared::baseline).containsExactly("thread-pool-200@17", "thread-pool-200@25");
        Compared on25 = models.get(1);
        assertThat(on25.lines())
                .extracting(Comparison::contender)
                .containsExactly("virtual-thread@25", "selector-1@25", "blocking@25");
        assertThat(line(on25, "virtual-thread@25").difference().orElseThrow().ratio())
                .isCloseTo(1.12, within(0.0005));
        assertThat(text(on25, "virtual-thread@25")).startsWith("faster by 12");
        assertThat(text(on25, "blocking@25")).startsWith("slower ÷20.0 ");
        assertThat(on25.differing()).isEqualTo(3);
        assertThat(on25.family().size()).isEqualTo(3);
        assertThat(text(families(comparisons, Kind.MODELS, Words.CPU_PER_PAGE).get(1), "selector-1@25"))
                .startsWith("cheaper by 2");
    }

    @Test
    void eachModel_isHeldAgainstItselfOnTheOldestJdk_whereverItRan() {
        Plan plan = MadeUpRun.plan(
                Preset.PUBLISH,
                5,
                "wait",
                List.of("selector", "virtual-thread"),
                MadeUpRun.JDK_25,
                MadeUpRun.JDK_17,
                JDK_21);
        RunDirectory run = ComparableRun.run(directory, MONDAY, plan, ComparableRun::pages);
        List<Compared> across = families(Comparisons.within(read(run), ""), Kind.JDKS, Words.THROUGHPUT);
        assertThat(across).extracting(Compared::baseline).containsExactly("selector-1@17", "virtual-thread@21");
        assertThat(across.get(0).family().size()).isEqualTo(2);
        assertThat(across.get(1).family().size()).isEqualTo(1);
        assertThat(line(across.get(1), "virtual-thread@17").note()).startsWith("skipped: virtual-thread needs JDK 21");
        assertThat(text(across.get(0), "selector-1@25")).startsWith("slower by 10");
    }

    @Test
    void pairing_seesThroughADriftThatHitsAllOfABlock() {
        // 1 % of drift from block to block; what is left is .2 %. Unpaired, the reach would be about 2 %.
        Comparisons comparisons = Comparisons.within(read(ComparableRun.create(directory, MONDAY)), "");
        Compared family = families(comparisons, Kind.JDKS, Words.THROUGHPUT).get(0);
        Verdict verdict = family.verdict(line(family, "thread-pool-200@25")).orElseThrow();
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.SAME);
        assertThat(verdict.smallestVisible().orElseThrow()).isLessThan(0.006);
    }

    @Test
    void control_isHeldAgainstItsTwin_asOneOfItsOwn() {
        Comparisons comparisons = Comparisons.within(read(ComparableRun.create(directory, MONDAY)), "");
        Compared control = families(comparisons, Kind.CONTROL, Words.THROUGHPUT).get(0);
        assertThat(control.baseline()).isEqualTo("thread-pool-200@17");
        assertThat(text(control, "thread-pool-200@17-control")).isEqualTo("control: same within ±3 %");
        assertThat(comparisons.families().stream()
                        .filter(family -> family.kind() != Kind.CONTROL)
                        .flatMap(family -> family.lines().stream()))
                .noneMatch(line -> line.contender().endsWith("-control"));
    }

    @Test
    void noop_standsOutside_andWhatCannotBeCompared_isThereWithItsReason() {
        RunContents run = read(MadeUpRun.example(directory));
        Comparisons comparisons = Comparisons.within(run, "");
        assertThat(comparisons.families().stream().flatMap(family -> family.lines().stream()))
                .noneMatch(line ->
                        line.contender().startsWith("noop") || line.baseline().startsWith("noop"));
        List<Compared> throughput = families(comparisons, Kind.MODELS, Words.THROUGHPUT);
        // Without a pool of threads the first model that is not noop.
        assertThat(throughput).extracting(Compared::baseline).containsOnly("blocking@17");
        Compared cpu = throughput.get(0);
        assertThat(line(cpu, "selector-1@17").note()).isEqualTo("not measured yet");
        assertThat(line(throughput.get(1), "selector-1@17").note()).isEqualTo("failed: it \"crashed\", and burned");
        // Two of its three forks measured: two pairs.
        assertThat(text(cpu, "raw-selector@17")).isEqualTo("F=2: no verdict below five forks");
        assertThat(line(cpu, "raw-selector@17").note())
                .startsWith("paired in the 2 blocks in which both were measured");
        // blocking has 20 samples beyond its p99.
        Compared p99 = families(comparisons, Kind.MODELS, Words.P99).get(1);
        assertThat(line(p99, "raw-selector@17").note())
                .isEqualTo("its baseline blocking@17: fewer than 100 samples beyond it in some fork");
        assertThat(comparisons.speaks()).isFalse();
        assertThat(comparisons.worseBy(0.01)).isEmpty();
    }

    @Test
    void quantileOfUnequalUsersInFlight_isSaidToBeThat_andOtherMetricsAreNot() {
        Comparisons comparisons = Comparisons.within(read(ComparableRun.create(directory, MONDAY)), "");
        Compared p99 = families(comparisons, Kind.MODELS, Words.P99).get(1);
        // As many users were started as Little's law wants for 7500 × 0.9 and 5000 pages/s, in the first block of each.
        assertThat(line(p99, "selector-1@25").note()).matches("with 10\\d\\d users in flight, not 75\\d");
        assertThat(line(families(comparisons, Kind.MODELS, Words.THROUGHPUT).get(1), "selector-1@25")
                        .note())
                .isEmpty();
        assertThat(ComparisonText.text(comparisons)).contains("selector-1@25: with 10");
    }

    @Test
    void baseline_isChosenByAnyOfItsNames_andAnUnknownOneIsAnsweredWithTheChoices() {
        RunContents run = read(ComparableRun.create(directory, MONDAY));
        for (String name : List.of("selector", "selector:1", "selector-1"))
            assertThat(families(Comparisons.within(run, name), Kind.MODELS, Words.P99))
                    .extracting(Compared::baseline)
                    .containsExactly("selector-1@17", "selector-1@25");
        for (String name : List.of("noop", "selecter"))
            assertThatThrownBy(() -> Comparisons.within(run, name))
                    .hasMessageContaining("\"" + name + "\"")
                    .hasMessageContaining("thread-pool:200, virtual-thread, selector, blocking; try thread-pool:200");
    }

    @Test
    void worseBy_namesWhatIsWhollyWorse_butNoControl() {
        Comparisons comparisons = Comparisons.within(read(ComparableRun.create(directory, MONDAY)), "");
        assertThat(comparisons.worseBy(0.08))
                .anyMatch(line -> line.startsWith("wait/selector-1@25, throughput against selector-1@17: slower by 10"))
                .anyMatch(
                        line -> line.startsWith("wait/selector-1@25, CPU per page against selector-1@17: dearer by 1"))
                .noneMatch(line -> line.contains("virtual-thread") || line.contains("control"));
        assertThat(comparisons.worseBy(0.15)).noneMatch(line -> line.contains("selector"));
    }

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

    @Test
    void failedFork_leavesItsBlockOut_andIsSaid() {
        RunDirectory run = run(MONDAY, 100, MadeUpRun.JDK_25, "thread-pool:200", "selector");
        MadeUpRun.store(run, run.record().plan().cells().get(1), 3, new ForkResult.Failed("crashed", List.of()));
        Compared family = Comparisons.within(read(run), "").families().get(0);
        assertThat(text(family, "selector-1@25")).isEqualTo("F=4: no verdict below five forks");
        assertThat(ComparisonText.text(Comparisons.within(read(run), "")))
                .contains("selector-1@25: paired in the 4 blocks in which both were measured");
    }
}
