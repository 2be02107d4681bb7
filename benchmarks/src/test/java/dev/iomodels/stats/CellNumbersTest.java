package dev.iomodels.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Metric;
import dev.iomodels.result.RunDirectory.StoredFork;
import dev.iomodels.stats.CellNumbers.Footing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNumbersTest {
    private static final Cell CELL = MadeUpRun.plan(Preset.QUICK, 3, "wait", List.of("selector"), MadeUpRun.JDK_25)
            .cells()
            .get(0);

    private static CellNumbers cell(ForkResult... results) {
        List<StoredFork> forks = new ArrayList<>();
        for (ForkResult result : results)
            forks.add(new StoredFork(
                    forks.size() + 1,
                    result,
                    result instanceof Measured fork
                            ? Optional.of(MadeUpRun.histograms(fork.pages()))
                            : Optional.empty()));
        return new CellNumbers(CELL, forks);
    }

    private static CellNumbers cell(long... pages) {
        ForkResult[] results = new ForkResult[pages.length];
        for (int i = 0; i < pages.length; i++) results[i] = MadeUpRun.measured(pages[i]);
        return cell(results);
    }

    @Test
    void meanLargestAndSum_areTakenAsTheMetricHasIt() {
        CellNumbers cell = cell(4_000, 8_000, 16_000);
        // 1000, 2000, 4000 pages/s: the geometric mean is 2000.
        assertThat(cell.values(Metric.THROUGHPUT)).containsExactly(1_000.0, 2_000.0, 4_000.0);
        assertThat(cell.estimate(Metric.THROUGHPUT).orElseThrow().value()).isCloseTo(2_000, within(1e-6));
        assertThat(cell.estimate(Metric.PAGES).orElseThrow().value()).isEqualTo(28_000);
        assertThat(cell.estimate(Metric.MAX).orElseThrow().value()).isCloseTo(200e6, within(0.2e6));
        assertThat(cell.estimate(Metric.FAILURES).orElseThrow().value()).isZero();
    }

    /** 100 samples beyond it in the smallest fork: sound; 10: thin; fewer: not shown. */
    @ParameterizedTest
    @CsvSource({
        "P99, 10100, SOUND", "P99, 9900, THIN", "P99, 1100, THIN", "P99, 990, NONE",
        "P999, 101000, SOUND", "P999, 99000, THIN", "P999, 10100, THIN", "P999, 9000, NONE",
        "P50, 200, SOUND", "P50, 198, THIN", "P50, 20, THIN", "P50, 18, NONE",
        "ADDED_P99, 9900, THIN", "MAX, 1, SOUND", "THROUGHPUT, 1, SOUND"
    })
    void footing_isTheSamplesBeyond_inTheForkThatHasTheFewest(Metric metric, long fewest, Footing footing) {
        CellNumbers cell = cell(1_000_000, fewest, 500_000);
        assertThat(cell.footing(metric)).isEqualTo(footing);
        if (metric.isQuantile()) assertThat(cell.estimate(metric).isEmpty()).isEqualTo(footing == Footing.NONE);
    }

    @Test
    void oneForkWithoutAValue_leavesTheCellWithoutOne() {
        // Below 100 pages/s a fork has no CPU time per page.
        CellNumbers cell = cell(8_000, 300, 8_000);
        assertThat(cell.values(Metric.CPU_PER_PAGE)).isEmpty();
        assertThat(cell.estimate(Metric.CPU_PER_PAGE)).isEmpty();
        assertThat(cell.estimate(Metric.THROUGHPUT)).isPresent();
    }

    @Test
    void failedForks_areKeptApart_andTheOthersStillCount() {
        CellNumbers cell =
                cell(MadeUpRun.measured(8_000), new ForkResult.Failed("crashed", List.of()), MadeUpRun.measured(8_000));
        assertThat(cell.measured()).extracting(StoredFork::block).containsExactly(1, 3);
        assertThat(cell.failed()).extracting(StoredFork::block).containsExactly(2);
        assertThat(cell.estimate(Metric.THROUGHPUT).orElseThrow().forks()).isEqualTo(2);
        assertThat(cell.skipped()).isEmpty();
    }

    @Test
    void cellsThatMeasuredNothing_haveNoNumbers_butAReason() {
        CellNumbers failed = cell(new ForkResult.Failed("crashed", List.of()));
        assertThat(failed.estimate(Metric.THROUGHPUT)).isEmpty();
        assertThat(failed.estimate(Metric.PAGES)).isEmpty();
        assertThat(failed.example()).isEmpty();
        CellNumbers skipped = cell(new ForkResult.Skipped("needs 21"), new ForkResult.Skipped("needs 21"));
        assertThat(skipped.skipped()).contains("needs 21");
        assertThat(skipped.measured()).isEmpty();
        assertThat(cell(new ForkResult[0]).estimate(Metric.P50)).isEmpty();
    }
}
