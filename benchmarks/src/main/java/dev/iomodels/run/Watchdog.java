package dev.iomodels.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a fork that takes longer than a whole fork may, which JMH has no limit for. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private volatile boolean barked;

    private Watchdog(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** After {@code limit}, ends all processes of this one's making but {@code stubPid}. */
    static Watchdog over(Duration limit, long stubPid) {
        Watchdog watchdog = new Watchdog(Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
        }));
        watchdog.timer.schedule(() -> watchdog.bark(stubPid), limit.toMillis(), TimeUnit.MILLISECONDS);
        return watchdog;
    }

    private void bark(long stubPid) {
        barked = true;
        Children.end(child -> child.pid() == stubPid);
    }

    boolean barked() {
        return barked;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
