package dev.iomodels.trial;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A fetcher without a network that costs what is known: for each page 1 ms of CPU time and 100 KiB of garbage; for each page in
 * flight 64 KiB of heap and 64 KiB outside; and 50 threads, of which one does something.
 */
final class Costly implements Fetcher {
    static final long CPU_NANOS = 1_000_000;
    static final int GARBAGE_BYTES = 100 << 10;
    static final int HELD_BYTES = 64 << 10;
    static final int THREADS = 50;

    private record Ask(Page page, Completion done, byte[] heap) {}

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final BlockingQueue<Ask> asks = new LinkedBlockingQueue<>();
    private final List<ByteBuffer> outside = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private byte[] garbage = {};

    Costly(int inFlight) {
        for (int i = 0; i < inFlight; i++) outside.add(touched(ByteBuffer.allocateDirect(HELD_BYTES)));
        start("costly-worker", this::work);
        while (threads.size() < THREADS) start("costly-idle", this::idle);
    }

    private static ByteBuffer touched(ByteBuffer buffer) {
        for (int i = 0; i < buffer.capacity(); i += 1024) buffer.put(i, (byte) 1);
        return buffer;
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void fetch(Page page, Completion done) {
        asks.add(new Ask(page, done, new byte[HELD_BYTES]));
    }

    /** The asking, and what it allocates, is on this thread too: the millisecond is from page to page. */
    private void work() {
        long due = clock.getCurrentThreadCpuTime();
        try {
            while (true) {
                Ask ask = asks.take();
                if (closed.getCount() == 0) return;
                garbage = new byte[GARBAGE_BYTES];
                due = Math.max(due, clock.getCurrentThreadCpuTime() - CPU_NANOS) + CPU_NANOS;
                while (clock.getCurrentThreadCpuTime() < due) Thread.onSpinWait();
                Arrays.fill(ask.heap, (byte) 1);
                ask.done.done(200, ask.page.size(), ask.page.head());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void idle() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asks.clear();
    }
}
