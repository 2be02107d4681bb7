package dev.iomodels.trial;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one thread on which users wait after a failure. It is the harness's, so its CPU time is nobody's cost. */
final class Timer implements AutoCloseable {
    private volatile long threadId = -1;
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "harness-timer");
        thread.setDaemon(true);
        threadId = thread.getId();
        return thread;
    });

    /** The thread lives from the beginning, so that nobody takes it for a model's. */
    Timer() {
        executor.prestartCoreThread();
    }

    ScheduledExecutorService executor() {
        return executor;
    }

    /** The thread's id. */
    long threadId() {
        return threadId;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
