package dev.iomodels.stub;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks when they are due, on threads of its own, which take turns. Each has a queue to itself: threads that share one
 * wake each other for every task. Any thread may hold a task.
 */
final class Timer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor[] threads;
    private final AtomicInteger next = new AtomicInteger();

    Timer(int count) {
        threads = new ScheduledThreadPoolExecutor[count];
        for (int i = 0; i < count; i++) {
            String name = "stub-timer-" + i;
            threads[i] = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
            threads[i].prestartAllCoreThreads();
        }
    }

    /** Runs {@code task} in {@code nanos}, or as soon as can be if that is not more than 0. */
    void hold(Runnable task, long nanos) {
        int turn = Math.floorMod(next.getAndIncrement(), threads.length);
        threads[turn].schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** Drops what is held and ends the threads. */
    @Override
    public void close() {
        for (ScheduledThreadPoolExecutor thread : threads) thread.shutdownNow();
    }
}
