package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.Changed;
import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.Failure;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Histograms;
import dev.iomodels.result.Light;
import dev.iomodels.result.Metric;
import dev.iomodels.result.Mismatch;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports make of pages that failed on purpose. */
class FailedAsToldTest {
    private static final Measured FORK = faulty(MadeUpRun.measured(8_000), Map.of(Failure.RESET, 300L));

    @TempDir
    private Path results;

    private RunDirectory run;

    /** As many in each of the two iterations. */
    private static Measured faulty(Measured fork, Map<Failure, Long> asTold) {
        return Changed.of(
                fork,
                "intervals",
                fork.intervals().stream()
                        .map(one -> Changed.of(one, "failedAsTold", asTold))
                        .toList());
    }

    @BeforeEach
    void runOfOneCell() {
        String scenario = "closed:1000,delay=uniform:50ms..150ms,faults=reset@0.1%";
        Plan plan = MadeUpRun.plan(Preset.QUICK, 1, scenario, List.of("raw-selector"), MadeUpRun.JDK_17);
        run = MadeUpRun.create(results, plan);
        Cell cell = plan.cells().get(0);
        MadeUpRun.store(run, cell, 1, FORK);
    }

    @Test
    void ceiling_countsThem_andPagesPerSecondAndFailuresDoNot() {
        Histograms seen = MadeUpRun.histograms(8_000);
        // (8000 + 600) in 4 s, of 1000 users ÷ 100 ms.
        assertThat(Metric.CEILING.of(FORK, seen).orElseThrow()).isCloseTo(21.5, within(1e-9));
        assertThat(Metric.THROUGHPUT.of(FORK, seen)).hasValue(2_000);
        assertThat(Metric.FAILURES.of(FORK, seen)).hasValue(0);
        assertThat(Metric.FAILED_AS_TOLD.of(FORK, seen)).hasValue(600);
    }

    @Test
    void table_hasThemInAColumnOfTheirOwn_andBelowByKind_andNoGateMinds() {
        RunContents contents = RunContents.of(run);
        String text = TextReport.of(contents);
        assertThat(text)
                .contains("1KiB, reset@0.1%;", "failed  as told", "failed as told by kind: {RESET=600}")
                .contains("as told: pages that failed on purpose;");
        assertThat(contents.gates().rulings().stream().filter(one -> one.gate().equals("fetches-failed")))
                .singleElement()
                .satisfies(one -> assertThat(one.light()).isEqualTo(Light.GREEN));
    }

    @Test
    void tableWithoutFaults_hasNoSuchColumn() {
        RunDirectory other = MadeUpRun.example(results.resolve("other"));
        assertThat(TextReport.of(RunContents.of(other))).doesNotContain("as told");
    }

    @Test
    void timesThatAreNotThere_areAMismatch() {
        assertThat(RawCheck.of(run))
                .extracting(Mismatch::toString)
                .anyMatch(what -> what.contains("0 failed fetches, but") && what.contains("600 failed"));
    }
}
