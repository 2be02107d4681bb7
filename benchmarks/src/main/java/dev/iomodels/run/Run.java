package dev.iomodels.run;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.Json;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.Sums;
import dev.iomodels.trial.StubWarmup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Carries a plan out: the stub, then a fork at a time, each stored at once.
 *
 * @param results where the run's directory is made
 * @param command what was typed
 */
public record Run(Plan plan, Path results, List<String> command) {

    /**
     * Measures everything. A fork that fails is a result; the run goes on.
     *
     * @return the run's directory
     * @throws RunLock.Taken if another run is going on
     */
    public RunDirectory carryOut(Progress progress) {
        try (RunLock lock = RunLock.take(RunLock.onThisMachine(), who());
                StubHost stub = StubHost.of(plan.terms())) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            RunDirectory directory =
                    RunDirectory.create(results, now, plan.preset().label());
            directory.write(RunRecord.begun(
                    directory.id(),
                    now.toString(),
                    command,
                    Machine.here(stub.place()),
                    Doctor.here().look(plan),
                    plan));
            try (Interruption interruption = Interruption.guard(directory, lock, stub)) {
                measure(directory, stub, progress, interruption);
            }
            Sums.write(directory);
            return directory;
        }
    }

    private void measure(RunDirectory directory, StubHost stub, Progress progress, Interruption interruption) {
        try {
            progress.note("warming the stub up");
            StubWarmup.run(stub.uri(), plan.preset().stubWarmup());
            forks(directory, stub, progress, interruption);
            interruption.finish();
        } catch (RuntimeException e) {
            interruption.giveUp(e.getMessage() == null ? e.toString() : e.getMessage());
            throw e;
        }
    }

    private String who() {
        return "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", writing to "
                + results.toAbsolutePath().normalize();
    }

    private void forks(RunDirectory directory, StubHost stub, Progress progress, Interruption interruption) {
        ForkLauncher launcher = new ForkLauncher(plan, stub);
        List<Plan.Fork> forks = plan.forks();
        for (int i = 0; i < forks.size(); i++) {
            Plan.Fork fork = forks.get(i);
            ForkFiles files = directory.files(fork.cell(), fork.block());
            progress.begin(fork, i + 1, forks.size(), plan.estimate(forks.subList(i, forks.size())));
            ForkResult result = result(fork, files, launcher, progress);
            interruption.check();
            Json.write(files.json(), result);
            discard(files.part());
            progress.end(result, plan.estimate(forks.subList(i + 1, forks.size())));
        }
    }

    private static ForkResult result(Plan.Fork fork, ForkFiles files, ForkLauncher launcher, Progress progress) {
        Cell cell = fork.cell();
        if (!cell.skip().isEmpty()) return new ForkResult.Skipped(cell.skip());
        return launcher.launch(fork, files, progress::iteration);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(part + ": cannot be removed", e);
        }
    }
}
