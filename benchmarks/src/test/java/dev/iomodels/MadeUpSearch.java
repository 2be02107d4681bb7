package dev.iomodels;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.Arrived;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Probes;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A search that never was, among systems whose capacities are known, stored as a real one stores it. */
public final class MadeUpSearch {
    private MadeUpSearch() {}

    /** A whole one: finished, with its sums, but without reports. */
    public static RunDirectory run(Path results, Plan plan, ToDoubleFunction<Plan.Fork> capacity) {
        RunDirectory run = MadeUpRun.create(results, plan);
        measure(run, Integer.MAX_VALUE, capacity);
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
        Sums.write(run);
        return run;
    }

    /** So many more forks of one that goes on. Above its capacity a system fetches half of what was offered. */
    public static void measure(RunDirectory run, int forks, ToDoubleFunction<Plan.Fork> capacity) {
        Probes probes = new Probes(run, run.record().plan());
        for (int i = 0; i < forks; i++) {
            Optional<Plan.Fork> next = probes.path().next();
            if (next.isEmpty()) return;
            Plan.Fork fork = next.get();
            double rate = Searching.rate(fork);
            store(
                    run,
                    fork,
                    MadeUpRun.measured(
                            Math.round(4 * rate * (rate <= capacity.applyAsDouble(fork) ? 1 : 0.5)), 20e6, Map.of()));
        }
    }

    /** Stores how {@code fork} ended. A blocking loop has one page in flight, everybody else 4096. */
    public static void store(RunDirectory run, Plan.Fork fork, ForkResult result) {
        boolean one = fork.cell().contender().model().equals("blocking");
        ForkResult stored = result instanceof ForkResult.Measured measured
                ? Changed.of(Changed.of(measured, "usersStarted", one ? 1 : 4_096), "arrived", arrived(fork))
                : result;
        MadeUpRun.store(run, fork.cell(), fork.block(), stored);
        AtomicFile.write(run.files(fork.cell(), fork.block()).log(), "# fork\n");
    }

    /** For 4 s as the rate has it; how late the pacer came to them, nobody noted. */
    private static Arrived arrived(Plan.Fork fork) {
        long due = Math.round(4 * Searching.rate(fork));
        return new Arrived(due / 4.0, due, 0, due, 0, 1, 0, 0.05);
    }
}
