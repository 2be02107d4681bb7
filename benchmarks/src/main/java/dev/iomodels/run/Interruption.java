package dev.iomodels.run;

import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens when a run is ended before its time: by Ctrl-C, by a signal, or because its stub died. All children end,
 * forks that are done stay, and {@code run.json} says what happened.
 */
final class Interruption implements AutoCloseable {
    private final RunDirectory directory;
    private final StubHost stub;
    private final Thread hook = new Thread(this::shutdown, "interruption");
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean stubDied;

    private Interruption(RunDirectory directory, StubHost stub) {
        this.directory = directory;
        this.stub = stub;
    }

    /** Guards a run from now on. */
    static Interruption guard(RunDirectory directory, StubHost stub) {
        Interruption interruption = new Interruption(directory, stub);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        stub.process().ifPresent(own -> own.process().onExit().thenRun(interruption::stubDied));
        return interruption;
    }

    private void stubDied() {
        if (over.get()) return;
        stubDied = true;
        Children.end(child -> false);
    }

    /** @throws Interrupted if the stub has died, so that what was measured since is not stored */
    void check() {
        if (over.get()) throw new Interrupted("the run was ended");
        if (!stubDied) return;
        String reason = "the stub died";
        record(reason);
        throw new Interrupted(reason);
    }

    /** The last fork is stored: from now on nothing can be interrupted. */
    void disarm() {
        check();
        over.set(true);
    }

    private void shutdown() {
        if (!over.compareAndSet(false, true)) return;
        Children.end(child -> false);
        record("the run was ended by a signal");
    }

    private void record(String reason) {
        over.set(true);
        directory.write(directory
                .record()
                .ended(
                        Status.INTERRUPTED,
                        reason,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    @Override
    public void close() {
        over.set(true);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook is at work, or has been.
            return;
        }
    }

    /** The run was ended before its time. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted(String reason) {
            super(reason);
        }
    }
}
