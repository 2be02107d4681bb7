package dev.iomodels.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Makes one fetcher's platform threads: daemons named after the model ({@code thread-pool-17}), and waits for their end. */
final class Daemons implements ThreadFactory {
    private final String name;
    private final BiFunction<Runnable, String, Thread> kind;
    private final List<Thread> threads = new ArrayList<>();

    private int made;

    Daemons(String name) {
        this(name, Thread::new);
    }

    /** Threads of a library's own {@code kind}, made of what they run and their name. */
    Daemons(String name, BiFunction<Runnable, String, Thread> kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public synchronized Thread newThread(Runnable task) {
        Thread thread = kind.apply(task, name + "-" + ++made);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /**
     * Waits until all threads made here have ended, the calling one excepted; gives up at {@code deadlineNanos} of
     * {@link System#nanoTime} or when interrupted.
     *
     * @return whether they have
     */
    boolean join(long deadlineNanos) {
        List<Thread> waitedFor;
        synchronized (this) {
            waitedFor = List.copyOf(threads);
        }
        try {
            for (Thread thread : waitedFor) {
                long millis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
                if (thread != Thread.currentThread() && thread.isAlive()) {
                    if (millis <= 0) return false;
                    thread.join(millis);
                    if (thread.isAlive()) return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
