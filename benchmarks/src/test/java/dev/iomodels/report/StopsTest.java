package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a contender stops scaling is the largest load that it kept up with, and the next one that it did not. */
class StopsTest {
    private static final double MEAN_DELAY = 0.1;
    private static final double SECONDS = 4;

    @TempDir
    private Path directory;

    /** A pool of 200 has as many pages in flight at the most, an event loop as many as there are users. */
    private static long pages(Cell cell, int block) {
        int users = cell.scenario().load().inFlight();
        int inFlight = cell.contender().model().equals("thread-pool") ? Math.min(users, 200) : users;
        return Math.round(0.99 * inFlight / MEAN_DELAY * SECONDS) + block;
    }

    private List<PageData.Stop> stops(String scenarios) {
        Plan plan =
                MadeUpRun.plan(Preset.STANDARD, 5, scenarios, List.of("thread-pool:200", "selector"), MadeUpRun.JDK_17);
        RunDirectory run = MadeUpRun.create(directory, plan);
        for (Cell cell : plan.cells())
            for (int block = 1; block <= plan.blocks(); block++) {
                Measured fork = MadeUpRun.measured(pages(cell, block));
                int users = cell.scenario().load().inFlight();
                fork = Changed.of(fork, "usersAsked", users);
                boolean pool = cell.contender().model().equals("thread-pool");
                fork = Changed.of(fork, "usersStarted", pool ? Math.min(200, users) : users);
                fork = Changed.of(
                        fork, "meanDelayNanos", cell.scenario().delay().meanNanos());
                MadeUpRun.store(run, cell, block, fork);
            }
        return Stops.of(RunContents.of(run));
    }

    @Test
    void pool_stopsWhereItsThreadsDo_anEventLoopDoesNot() {
        List<PageData.Stop> stops = stops("closed:100,delay=100ms,closed:1000,delay=100ms");
        assertThat(stops).extracting(PageData.Stop::contender).containsExactly("thread-pool:200@17", "selector@17");
        assertThat(stops.get(0).kept()).isEqualTo(100);
        assertThat(stops.get(0).next()).isEqualTo(1000);
        assertThat(stops.get(0).text()).startsWith("keeps up to 100 users (").contains("; at 1 000 users 19.");
        assertThat(stops.get(1).kept()).isEqualTo(1000);
        assertThat(stops.get(1).next()).isNull();
        assertThat(stops.get(1).text()).endsWith("the most that was measured");
    }

    @Test
    void control_isNotCounted_andNothingThatDoesNotWait() {
        assertThat(stops("cpu,closed:100,delay=100ms")).hasSize(2);
    }

    @Test
    void loadsOfOtherPages_areOtherCurves() {
        assertThat(stops("closed:100,delay=100ms,closed:1000,delay=200ms"))
                .extracting(PageData.Stop::group)
                .containsExactly("fixed:100ms, 1KiB", "fixed:100ms, 1KiB", "fixed:200ms, 1KiB", "fixed:200ms, 1KiB");
    }

    @Test
    void loadAtWhichAForkFailed_isNotKept() {
        Plan plan = MadeUpRun.plan(Preset.QUICK, 3, "closed:100,delay=100ms", List.of("selector"), MadeUpRun.JDK_17);
        RunDirectory run = MadeUpRun.create(directory, plan);
        for (int block = 1; block <= 3; block++)
            MadeUpRun.store(run, plan.cells().get(0), block, new ForkResult.Failed("gone", List.of()));
        assertThat(Stops.of(RunContents.of(run)))
                .singleElement()
                .satisfies(stop -> assertThat(stop.text())
                        .isEqualTo("keeps up with no load that was measured; at 100 users failed"));
    }
}
