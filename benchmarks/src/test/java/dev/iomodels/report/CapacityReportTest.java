package dev.iomodels.report;

import static dev.iomodels.Searching.SLOW;
import static dev.iomodels.Searching.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.MadeUpSearch;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Probes;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityReportTest {
    private static RunDirectory run;

    @TempDir
    private Path directory;

    /** The selector 1000/s, give or take 5 %; the pool more than can be tried, the blocking loop less; no control. */
    static double capacity(Plan.Fork fork) {
        return switch (fork.cell().contender().model()) {
            case "selector" -> 1_000 * (fork.block() == 2 ? 1.05 : 1);
            case "blocking" -> 50;
            default -> 1e6;
        };
    }

    @BeforeAll
    static void search(@TempDir Path results) {
        run = MadeUpSearch.run(
                results, plan(SLOW, 1, 3, "blocking", "thread-pool:200", "selector"), CapacityReportTest::capacity);
        Report.writeAll(RunContents.of(run));
    }

    @Test
    void text_hasACapacityForEachContender_withItsInterval_orABound() {
        assertThat(TextReport.of(RunContents.of(run)))
                .contains("capacity: the highest rate that keeps p99=300ms (response time); evenly spaced arrivals")
                .containsPattern("selector-1@25 +1 031/s +9\\.7% +940/s to 1 131/s +991–1040 1040–1090 991–1040 +199ms")
                .containsPattern("thread-pool-200@25 +at least 2 000/s +– +–")
                .containsPattern("blocking@25 +below 100/s +– +– +<100 <100 <100 +– +1 ")
                .containsPattern("selector-1@25 +1 +991/s +199ms +kept")
                .containsPattern("blocking@25 +1 +454/s +199ms +50\\.0 % of the rate achieved");
    }

    @Test
    void csv_hasALineForEachContender_withTheIdOfItsCapacity() throws IOException {
        List<String> lines = Files.readAllLines(run.path().resolve("capacity.csv"));
        assertThat(lines).hasSize(4);
        assertThat(lines)
                .filteredOn(line -> line.contains("selector"))
                .singleElement()
                .asString()
                .startsWith(run.id() + "/capacity/selector-1@25/capacity,selector-1@25,p99=300ms,,1/s,3,1031.")
                .endsWith(",indicative");
        assertThat(lines)
                .filteredOn(line -> line.contains("blocking"))
                .singleElement()
                .asString()
                .contains(",below,1/s,3,100,,,,1,");
    }

    @Test
    void run_isVerified_andCounted() {
        Verification found = Verification.of(run);
        assertThat(found.raw()).isEmpty();
        assertThat(found.derived()).isEmpty();
    }

    @Test
    void forkThatFailed_isShownWithItsBlock() {
        Plan plan = plan(SLOW, 1, 3, "selector");
        RunDirectory run = MadeUpRun.create(directory, plan);
        Plan.Fork first = new Probes(run, plan).path().next().orElseThrow();
        MadeUpSearch.store(run, first, new ForkResult.Failed("it crashed", List.of()));
        MadeUpSearch.measure(run, 100, CapacityReportTest::capacity);
        RunContents contents = RunContents.of(run);
        assertThat(contents.failed()).isTrue();
        assertThat(TextReport.of(contents))
                .containsPattern("selector-1@25 ✗1 +1 0\\d\\d/s +F=2")
                .contains("failed: it crashed");
    }

    @Test
    void searchThatGoesOn_showsWhatThereIs() {
        Plan plan = plan(SLOW, 1, 2, "selector", "blocking");
        RunDirectory run = MadeUpRun.create(directory, plan);
        assertThat(TextReport.of(RunContents.of(run))).contains("…–…?");
        MadeUpSearch.measure(run, 3, CapacityReportTest::capacity);
        assertThat(TextReport.of(RunContents.of(run))).containsPattern("selector-1@25 .*–\\d+\\?|\\d+–…\\?");
    }
}
