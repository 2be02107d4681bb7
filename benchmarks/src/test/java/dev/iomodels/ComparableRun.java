package dev.iomodels;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongBiFunction;

/** Made-up runs with enough forks for verdicts, whose differences are known. */
public final class ComparableRun {
    private ComparableRun() {}

    /**
     * A finished run that began at {@code when}, with as many pages in each fork as {@code pages} says of its cell and block. A
     * fork of p pages has p/4 pages/s, (2.8/p − 0.05 × 4/p) CPU seconds per page, and the same p99 as all others.
     */
    public static RunDirectory run(Path results, String when, Plan plan, ToLongBiFunction<Cell, Integer> pages) {
        RunDirectory run =
                RunDirectory.create(results, Instant.parse(when), plan.preset().label());
        run.write(MadeUpRun.record(plan, run.id()));
        for (Cell cell : plan.cells())
            for (int block = 1; block <= plan.blocks(); block++)
                MadeUpRun.store(
                        run,
                        cell,
                        block,
                        cell.skip().isEmpty()
                                ? MadeUpRun.measured(pages.applyAsLong(cell, block))
                                : new ForkResult.Skipped(cell.skip()));
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        return run;
    }

    /**
     * A run of five blocks on JDK 17 and 25, scenario wait, with its control. In pages/s, give or take 1 % that hits all of a
     * block alike and .2 % that does not: thread-pool-200 5000 on both; virtual-thread 5600 (12 % more), on 25 only; selector 7500
     * on 17, and 10 % less on 25; blocking a twentieth.
     */
    public static RunDirectory create(Path results, String when) {
        Plan plan = MadeUpRun.plan(
                Preset.STANDARD,
                5,
                "wait",
                List.of("thread-pool:200", "virtual-thread", "selector", "blocking"),
                MadeUpRun.JDK_17,
                MadeUpRun.JDK_25);
        return run(results, when, plan, ComparableRun::pages);
    }

    public static long pages(Cell cell, int block) {
        double[] drift = {1, 1.01, 0.99, 1.005, 0.995};
        double[] scatter = {0.002, -0.002, 0, 0.001, -0.001};
        double pages = switch (cell.contender().slug()) {
            case "virtual-thread@25" -> 22_400;
            case "selector-1@17" -> 30_000;
            case "selector-1@25" -> 27_000;
            case "blocking@17", "blocking@25" -> 1_000;
            default -> 20_000;
        };
        int shift = Math.floorMod(cell.contender().slug().hashCode(), 5);
        return Math.round(pages * drift[block - 1] * (1 + scatter[(block + shift) % 5]));
    }
}
