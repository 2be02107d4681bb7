package dev.iomodels.cli;

import dev.iomodels.trial.ParentWatch;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that measures, which say nothing of what is measured. */
final class MeasuringOptions {
    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "where the run's directory is made (default: results)")
    private Path results;

    @Option(names = "--dry-run", description = "prints the plan and measures nothing")
    private boolean dryRun;

    @Option(names = "--end-with-parent", hidden = true, description = "ends when the process that started it has died")
    private boolean endWithParent;

    /** Where runs are. */
    Path results() {
        return results;
    }

    /** Whether only the plan is wanted. */
    boolean dryRun() {
        return dryRun;
    }

    /** From now on ends with the process that started this one, if that was asked for. */
    void watchParent() {
        if (endWithParent)
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> ParentWatch.whenDead(parent, () -> System.exit(Main.FAILED)));
    }
}
