package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.ComparableRun;
import dev.iomodels.ListRun;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Preset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page begins with what the run has to say. */
class AnswersTest {
    @TempDir
    private Path directory;

    private static List<String> texts(RunContents run) {
        return Answers.of(run).stream().map(PageData.Answer::text).toList();
    }

    @Test
    void answers_areThreeToSix_withIntervalsAndTheBadge() {
        List<String> texts = texts(RunContents.of(ComparableRun.create(directory, "2026-11-22T15:03:00Z")));
        assertThat(texts).hasSizeBetween(3, 6);
        assertThat(texts.get(0))
                .contains("wait (closed:1000", "on JDK 25")
                .containsPattern("selector:1: 6\u00a0\\d{3}\u00a0pages/s\u00a0\\[")
                .matches(text -> text.indexOf("selector:1") < text.indexOf("virtual-thread")
                        && text.indexOf("virtual-thread") < text.indexOf("blocking"));
        assertThat(texts)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("wait, against thread-pool-200@25: throughput: ")
                        .contains("virtual-thread@25 faster by 12.0 % ["))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Between JDKs, 2 of 6 comparisons of a model with itself show a difference")
                        .contains("throughput of selector-1@25 against selector-1@17 slower by 10.0 % ["));
        assertThat(texts.get(texts.size() - 1))
                .startsWith("These numbers are indicative")
                .contains("5 forks per cell", "One contender held against itself: wait, throughput: same within ±3 %");
    }

    @Test
    void answers_ofTooFewForks_haveNoVerdict() {
        RunContents run = RunContents.of(MadeUpRun.complete(directory, Preset.QUICK, 3));
        assertThat(texts(run))
                .hasSizeBetween(3, 6)
                .noneMatch(text -> text.contains("faster") || text.contains("slower"));
    }

    @Test
    void answer_namesTheNumberThatItRestsOn() {
        RunContents run = RunContents.of(MadeUpRun.complete(directory, Preset.QUICK, 3));
        assertThat(Answers.of(run).get(0).id()).isEqualTo(run.record().id() + "/wait/raw-selector@17/throughput");
    }

    @Test
    void answers_ofARunInWhichNothingWasMeasured_sayThat() {
        RunContents run = RunContents.of(MadeUpRun.create(
                directory, MadeUpRun.plan(Preset.QUICK, 3, "wait", List.of("blocking"), MadeUpRun.JDK_17)));
        assertThat(texts(run)).hasSize(2).contains("Nothing has been measured.");
        assertThat(texts(run).get(1)).contains("not citable", "the run is not finished");
    }

    @Test
    void number_ofACellWithARedGate_orOfSomeOfItsForks_saysSo() {
        RunContents run = RunContents.of(MadeUpRun.example(directory));
        assertThat(texts(run))
                .anySatisfy(text ->
                        assertThat(text).contains("blocking: ", "(2 of 3 forks)", "(not citable: a gate is red)"))
                .anySatisfy(text -> assertThat(text).contains("; not told: ", "selector:1 (failed)"));
    }

    @Test
    void smokeRun_ranksNobody() {
        RunContents run = RunContents.of(MadeUpRun.complete(directory, Preset.SMOKE, 1));
        assertThat(texts(run))
                .hasSize(3)
                .noneMatch(text -> text.contains("pages/s"))
                .anyMatch(text -> text.contains("Of 3 cells: 2 fetched their pages, 1 skipped"));
    }

    @Test
    void lists_areThreeAnswersToo_andGatesThatWarnAreNamed() {
        assertThat(texts(RunContents.of(ListRun.of(directory, Preset.STANDARD, 5))))
                .hasSizeBetween(3, 6);
        assertThat(texts(RunContents.of(MadeUpRun.example(directory))))
                .anyMatch(text -> text.startsWith("Of 5 cells that were measured, 1 has a red gate (forks-failed"));
    }
}
