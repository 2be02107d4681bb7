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

/** Measures the forks of a run that are not done yet, each stored at once; then closes the run. */
final class MissingForks {
    private final Plan plan;
    private final RunDirectory directory;
    private final StubHost stub;

    MissingForks(Plan plan, RunDirectory directory, StubHost stub) {
        this.plan = plan;
        this.directory = directory;
        this.stub = stub;
    }

    /** Measures them. The run's record says already that it goes on; {@code lock} is given back if a signal ends it. */
    void measure(RunLock lock, Progress progress) {
        Agenda agenda = new Agenda(plan, directory);
        try (Interruption interruption = Interruption.guard(directory, lock, stub)) {
            try {
                if (!agenda.left().isEmpty()) warmUp(progress);
                forks(agenda, progress, interruption);
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

    private void forks(Agenda agenda, Progress progress, Interruption interruption) {
        ForkLauncher launcher = new ForkLauncher(plan, stub);
        List<Plan.Fork> left = agenda.left();
        while (!left.isEmpty()) {
            Plan.Fork fork = left.get(0);
            ForkFiles files = directory.files(fork.cell(), fork.block());
            progress.begin(fork, agenda.number(fork), agenda.all(left), plan.estimate(left));
            ForkResult stored = store(files, result(fork, files, launcher, progress, interruption));
            left = agenda.left();
            progress.end(stored, plan.estimate(left));
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
