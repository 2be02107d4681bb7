package dev.iomodels.result;

import static dev.iomodels.Searching.SLOW;
import static dev.iomodels.Searching.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.MadeUpSearch;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.SearchPath.Outcome;
import dev.iomodels.plan.Target;
import dev.iomodels.result.RunDirectory.StoredFork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbesTest {
    private static final Plan PLAN = plan(SLOW, 1, 2, "selector", "virtual-thread");

    @TempDir
    private Path directory;

    private static double capacity(Plan.Fork fork) {
        return fork.cell().contender().model().equals("selector") ? 900 : 650;
    }

    /** A fork at 1000/s that measured this; its latencies are 101 to 200 ms, evenly spread. */
    private static Probe probe(String target, ForkResult result) {
        Cell template = PLAN.cells().get(0);
        Plan.Fork fork = new Plan.Fork(new Cell(SLOW.at(1_000, template.scenario(), 3), template.contender(), ""), 1);
        Optional<Histograms> seen = result instanceof ForkResult.Measured measured
                ? Optional.of(MadeUpRun.histograms(measured.pages()))
                : Optional.empty();
        return Probe.of(Target.parse(target), fork, new StoredFork(1, result, seen));
    }

    private static ForkResult pages(long pages) {
        return MadeUpRun.measured(pages, 20e6, Map.of());
    }

    @Test
    void target_isKept_orNot_byTheQuantileThatItNames() {
        assertThat(probe("p99=200ms", pages(4_000)).outcome()).isEqualTo(Outcome.KEPT);
        assertThat(probe("p99=198ms", pages(4_000)).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(probe("p50=151ms", pages(4_000)).outcome()).isEqualTo(Outcome.KEPT);
        assertThat(probe("p50=149ms", pages(4_000)).why()).isEqualTo("p50 above the target");
    }

    @Test
    void rateThatWasNotAchieved_isNotKept() {
        assertThat(probe("p99=1s", pages(3_961)).outcome()).isEqualTo(Outcome.KEPT);
        Probe less = probe("p99=1s", pages(3_959));
        assertThat(less.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(less.why()).isEqualTo("99.0 % of the rate achieved");
    }

    @Test
    void failedPages_moreThanOneInTenThousand_areNotKept() {
        assertThat(probe("p99=1s", MadeUpRun.measured(40_000, 20e6, Map.of(Failure.RESET, 4L)))
                        .outcome())
                .isEqualTo(Outcome.KEPT);
        assertThat(probe("p99=1s", MadeUpRun.measured(40_000, 20e6, Map.of(Failure.RESET, 5L)))
                        .outcome())
                .isEqualTo(Outcome.MISSED);
    }

    @Test
    void saturatedFork_hasMissed_andOneThatFailed_tellsNothing() {
        ForkResult saturated = new ForkResult.Saturated(
                JvmFacts.here(), "200 threads", 200, 1_000, 700, 6, "the oldest page was 5 s late");
        assertThat(probe("p99=1s", saturated).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(probe("p99=1s", saturated).inFlight()).hasValue(200);
        Probe failed = probe("p99=1s", new ForkResult.Failed("it crashed\nand burned", List.of()));
        assertThat(failed.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(failed.why()).isEqualTo("failed: it crashed");
    }

    @Test
    void search_goesOnFromWhatIsOnDisk_asIfNothingHadBeen() {
        RunDirectory whole = MadeUpSearch.run(directory.resolve("whole"), PLAN, ProbesTest::capacity);
        List<Plan.Fork> all = new Probes(whole, PLAN).path().done();
        RunDirectory run = MadeUpRun.create(directory.resolve("interrupted"), PLAN);
        for (int done = 0; done < all.size(); done++) {
            assertThat(new Probes(run, PLAN).path().next()).contains(all.get(done));
            assertThat(new Probes(run, PLAN).expected()).startsWith(all.get(done));
            MadeUpSearch.measure(run, 1, ProbesTest::capacity);
        }
        assertThat(new Probes(run, PLAN).path().next()).isEmpty();
        assertThat(new Probes(run, PLAN).expected()).isEmpty();
    }

    @Test
    void unfolded_hasTheCellsThatWereTried_byRate() {
        RunDirectory run = MadeUpSearch.run(directory, PLAN, ProbesTest::capacity);
        Plan unfolded = new Probes(run, PLAN).unfolded();
        assertThat(unfolded.cells())
                .doesNotHaveDuplicates()
                .extracting(cell -> Probe.rate(cell.scenario()))
                .isSorted();
        assertThat(unfolded.cells().stream()
                        .mapToInt(cell -> run.forks(unfolded, cell).size())
                        .sum())
                .isEqualTo(new Probes(run, PLAN).done().size());
    }

    @Test
    void rawCheck_knowsWhichForksASearchHas() throws Exception {
        RunDirectory run = MadeUpSearch.run(directory, PLAN, ProbesTest::capacity);
        assertThat(RawCheck.of(run)).isEmpty();
        Plan.Fork last = Changed.of(new Probes(run, PLAN).path().done().get(0), "block", 9);
        MadeUpSearch.store(run, last, pages(4_000));
        assertThat(RawCheck.of(run))
                .hasSize(3)
                .allMatch(found -> found.toString().contains("not a file of a fork"));
        ForkFiles first = run.files(last.cell(), 1);
        Files.delete(first.json());
        assertThat(RawCheck.of(run))
                .anyMatch(found ->
                        found.toString().contains("1.json") && found.toString().contains("not done"));
        Files.writeString(first.json(), "{");
        assertThat(RawCheck.of(run)).anyMatch(found -> found.toString().contains("1.json"));
    }
}
