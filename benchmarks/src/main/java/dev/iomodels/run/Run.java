package dev.iomodels.run;

import dev.iomodels.plan.Plan;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
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
        try (RunLock lock = RunLock.take(RunLock.onThisMachine(), RunLock.holder(results));
                StubHost stub = StubHost.of(plan.terms())) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            RunDirectory directory = RunDirectory.create(results, now, plan.label());
            RunRecord record = RunRecord.begun(
                    directory.id(),
                    now.toString(),
                    command,
                    Machine.here(stub.place()),
                    Doctor.here().look(plan),
                    plan);
            begin(directory, record);
            new MissingForks(plan, directory, stub).measure(lock, progress);
            return directory;
        }
    }

    /** A directory without a record would be no run's. */
    private static void begin(RunDirectory directory, RunRecord record) {
        try {
            directory.write(record);
        } catch (RuntimeException e) {
            Leftovers.remove(directory.path());
            throw e;
        }
    }
}
