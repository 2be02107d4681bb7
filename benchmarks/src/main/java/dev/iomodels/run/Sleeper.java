package dev.iomodels.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A thread that sleeps for 10 ms again and again and notes how much longer it took: what the machine did to everybody
 * else was done to it too (Tene, jHiccup). A long hiccup counts once for each sleep that it swallowed.
 */
final class Sleeper implements AutoCloseable {
    private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Histogram hiccups = new Histogram(3);
    private final Thread thread = new Thread(this::sleep, "sleeper");
    private volatile boolean over;

    private Sleeper() {}

    static Sleeper start() {
        Sleeper sleeper = new Sleeper();
        sleeper.thread.setDaemon(true);
        sleeper.thread.start();
        return sleeper;
    }

    private void sleep() {
        while (!over) {
            long begin = System.nanoTime();
            long left = SLEEP_NANOS;
            while (left > 0 && !over) {
                LockSupport.parkNanos(left);
                left = SLEEP_NANOS - (System.nanoTime() - begin);
            }
            if (!over) hiccups.recordValueWithExpectedInterval(Math.max(0, -left), SLEEP_NANOS);
        }
    }

    /** Ends the thread. Returns what it noted, in nanoseconds. */
    Histogram stop() {
        close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Histogram(3);
        }
        return hiccups;
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
