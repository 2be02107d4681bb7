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
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.stats.Verdict;
import dev.iomodels.stats.Words;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonsTest {
    private static final String MONDAY = "2026-11-22T15:03:00Z";
    private static final String TUESDAY = "2026-11-23T15:03:00Z";
    private static final Jdk JDK_21 = new Jdk("/jvm/jdk-21", 21, "21.0.1", "Maker");

    @TempDir
    private Path directory;

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

    /** Who has 38 users in flight and not 752 has a shorter p99 because the others stand in line, where nobody measures. */
    @Test
    void latencies_areHeldAgainstThoseOfAsManyUsersOnly() {
        Compared p99 = families(
                        Comparisons.within(read(ComparableRun.create(directory, MONDAY)), ""), Kind.MODELS, Words.P99)
                .get(1);
        assertThat(line(p99, "selector-1@25").difference()).isEmpty();
        assertThat(line(p99, "selector-1@25").note())
                .startsWith("not comparable: 10")
                .endsWith(" users had a page in flight, against 753; a closed loop does not see who stands in line");
        Plan plan = MadeUpRun.plan(Preset.QUICK, 5, "wait", List.of("thread-pool:200", "selector"), MadeUpRun.JDK_25);
        RunContents equal = read(ComparableRun.run(directory, TUESDAY, plan, (cell, block) -> 20_000));
        assertThat(text(
                        families(Comparisons.within(equal, ""), Kind.MODELS, Words.P99)
                                .get(0),
                        "selector-1@25"))
                .isEqualTo("same within ±3 %");
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

    @Test
    void failedFork_leavesItsBlockOut_andIsSaid() {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 5, "wait", List.of("thread-pool:200", "selector"), MadeUpRun.JDK_25);
        RunDirectory run = ComparableRun.run(directory, MONDAY, plan, ComparableRun::pages);
        MadeUpRun.store(run, run.record().plan().cells().get(1), 3, new ForkResult.Failed("crashed", List.of()));
        Compared family = Comparisons.within(read(run), "").families().get(0);
        assertThat(text(family, "selector-1@25")).isEqualTo("F=4: no verdict below five forks");
        assertThat(ComparisonText.text(Comparisons.within(read(run), "")))
                .contains("selector-1@25: paired in the 4 blocks in which both were measured");
    }
}
