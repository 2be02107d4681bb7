package dev.iomodels.load;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a thread of the harness spends inside the fetcher while it sends pages: a part of its own, but no cost of the
 * harness. One thread sends; any reads.
 */
public final class Sending {
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final AtomicLong cpuNanos = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private long cpuBefore;
    private long bytesBefore;

    /** The calling thread is about to send. */
    void begin() {
        cpuBefore = threads.getCurrentThreadCpuTime();
        bytesBefore = threads.getCurrentThreadAllocatedBytes();
    }

    /** It has sent. */
    void end() {
        bytes.lazySet(bytes.get() + threads.getCurrentThreadAllocatedBytes() - bytesBefore);
        cpuNanos.lazySet(cpuNanos.get() + threads.getCurrentThreadCpuTime() - cpuBefore);
    }

    /** CPU time so far, in nanoseconds. */
    public long cpuNanos() {
        return cpuNanos.get();
    }

    /** Bytes allocated so far. */
    public long bytes() {
        return bytes.get();
    }
}
