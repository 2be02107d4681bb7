package dev.iomodels.load;

import java.util.concurrent.TimeUnit;

/** A thread that only sleeps, and notes how late it woke up at the most: how long nobody had a processor for it. */
final class Wakeful implements AutoCloseable {
    private static final long NANOS = 1_000_000;

    private final Thread thread = new Thread(this::sleep, "wakeful");
    private volatile long latestNanos;

    Wakeful() {
        thread.setDaemon(true);
        thread.start();
    }

    private void sleep() {
        try {
            for (long last = System.nanoTime(); ; last = System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(NANOS);
                latestNanos = Math.max(latestNanos, System.nanoTime() - last - NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    double latestMillis() {
        return latestNanos / 1e6;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
