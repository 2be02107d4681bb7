package dev.iomodels.run;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Json;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Sums;
import dev.iomodels.trial.StubWarmup;
import java.io.UncheckedIOException;
import java.util.List;

/** Measures the forks of a plan that are not done yet, in the plan's order, each stored at once; then closes the run. */
final class MissingForks {
    private final Plan plan;
    private final RunDirectory directory;
    private final StubHost stub;

    MissingForks(Plan plan, RunDirectory directory, StubHost stub) {
        this.plan = plan;
        this.directory = directory;
        this.stub = stub;
    }

    /** Those of {@code plan} that {@code directory} does not have. */
    static List<Plan.Fork> of(Plan plan, RunDirectory directory) {
        return plan.forks().stream()
                .filter(fork -> !directory.files(fork.cell(), fork.block()).done())
                .toList();
    }

    /** Measures them. The run's record says already that it goes on; {@code lock} is given back if a signal ends it. */
    void measure(RunLock lock, Progress progress) {
        List<Plan.Fork> missing = of(plan, directory);
        try (Interruption interruption = Interruption.guard(directory, lock, stub)) {
            try {
                if (!missing.isEmpty()) warmUp(progress);
                forks(missing, progress, interruption);
                interruption.finish();
            } catch (RuntimeException e) {
                throw interruption.giveUp(e);
            }
        }
        Sums.write(directory);
    }

    private void warmUp(Progress progress) {
        progress.note("warming the stub up");
        StubWarmup.run(stub.uri(), stub.certificate(), plan.preset().stubWarmup());
    }

    private void forks(List<Plan.Fork> missing, Progress progress, Interruption interruption) {
        ForkLauncher launcher = new ForkLauncher(plan, stub);
        List<Plan.Fork> all = plan.forks();
        for (int i = 0; i < missing.size(); i++) {
            Plan.Fork fork = missing.get(i);
            ForkFiles files = directory.files(fork.cell(), fork.block());
            progress.begin(fork, all.indexOf(fork) + 1, all.size(), plan.estimate(missing.subList(i, missing.size())));
            ForkResult stored = store(files, result(fork, files, launcher, progress, interruption));
            progress.end(stored, plan.estimate(missing.subList(i + 1, missing.size())));
        }
    }

    private static ForkResult result(
            Plan.Fork fork, ForkFiles files, ForkLauncher launcher, Progress progress, Interruption interruption) {
        Cell cell = fork.cell();
        if (!cell.skip().isEmpty()) return new ForkResult.Skipped(cell.skip());
        try {
            ForkResult result = launcher.launch(fork, files, progress::iteration);
            interruption.check();
            return result;
        } catch (RuntimeException e) {
            // It is no result, and nothing of it may be taken for one. Its log may say what happened.
            clear(files, e);
            throw e;
        }
    }

    private static void clear(ForkFiles files, RuntimeException because) {
        try {
            Leftovers.remove(files, new ForkResult.Failed("", List.of()));
        } catch (UncheckedIOException e) {
            because.addSuppressed(e);
        }
    }

    /** Stores how a fork ended. If there is no room for that, it failed; its other files make room for saying so. */
    private static ForkResult store(ForkFiles files, ForkResult result) {
        try {
            Json.write(files.json(), result);
            Leftovers.remove(files, result);
            return result;
        } catch (UncheckedIOException e) {
            ForkResult failed = new ForkResult.Failed(
                    result instanceof ForkResult.Failed before
                            ? before.reason()
                            : "its files cannot be written: " + e.getMessage(),
                    List.of());
            Leftovers.remove(files);
            Json.write(files.json(), failed);
            return failed;
        }
    }
}
