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
    private final RunLock lock;
    private final Thread hook = new Thread(this::shutdown, "interruption");
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean stubDied;

    private Interruption(RunDirectory directory, RunLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Guards a run from now on. */
    static Interruption guard(RunDirectory directory, RunLock lock, StubHost stub) {
        Interruption interruption = new Interruption(directory, lock);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        stub.process().ifPresent(own -> own.process().onExit().thenRun(interruption::stubDied));
        return interruption;
    }

    private void stubDied() {
        if (over.get()) return;
        stubDied = true;
        Children.end(child -> false);
    }

    /** Lets only a run go on that nothing has ended: what was measured after its end is not stored. @throws Interrupted if something has */
    void check() {
        if (over.get()) throw new Interrupted("the run was ended", directory, null);
        if (stubDied) throw new Interrupted("the stub died", directory, null);
    }

    /** The last fork is stored: {@code run.json} says so, and nothing can be interrupted any more. */
    void finish() {
        check();
        if (over.compareAndSet(false, true)) close(Status.FINISHED, "");
    }

    /** The run cannot go on because of {@code thrown}; @return what to throw */
    RuntimeException giveUp(RuntimeException thrown) {
        // Whatever was asked of the stub then fails in its own way.
        String reason =
                stubDied ? "the stub died" : thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        if (over.compareAndSet(false, true)) closeIfPossible(reason);
        return thrown instanceof Interrupted ? thrown : new Interrupted(reason, directory, thrown);
    }

    /** Where there is no room for it, {@code run.json} still says that the run goes on, which is no obstacle to resuming it. */
    private void closeIfPossible(String reason) {
        try {
            close(Status.INTERRUPTED, reason);
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
        }
    }

    private static String hint(RunDirectory directory) {
        return "; the forks that are done stay in " + directory.path() + "; go on with: run --resume "
                + directory.path();
    }

    private void close(Status status, String reason) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        directory.write(directory.record().ended(status, reason, now));
    }

    private void shutdown() {
        if (!over.compareAndSet(false, true)) return;
        Children.end(child -> false);
        closeIfPossible("the run was ended by a signal");
        lock.close();
        System.err.println("\ninterrupted" + hint(directory));
    }

    @Override
    public void close() {
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

        Interrupted(String reason, RunDirectory directory, Throwable cause) {
            super(reason + hint(directory), cause);
        }
    }
}
