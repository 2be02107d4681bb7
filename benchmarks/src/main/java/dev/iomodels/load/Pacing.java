package dev.iomodels.load;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** What the pacer counts of its own doing. The pacer writes; one other thread reads. */
final class Pacing {
    private static final int DIGITS = 3;

    private final Schedule schedule;
    private final Places places;
    private final SingleWriterRecorder lateness = new SingleWriterRecorder(DIGITS);
    private final AtomicLong paced = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong nextDueNanos = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong backlogMost = new AtomicLong();
    private long lastDue;
    private long lastSent;
    private long lastHeld;
    private long lastCpuNanos;

    Pacing(Schedule schedule, Places places) {
        this.schedule = schedule;
        this.places = places;
    }

    /** The pacer came to a page, so late, and sent it at once or not. */
    void came(long lateNanos, boolean sent) {
        lateness.recordValue(Math.max(0, lateNanos));
        paced.lazySet(paced.get() + 1);
        if (!sent) held.lazySet(held.get() + 1);
    }

    /** The next page to come to is due then. */
    void next(long nowNanos, long dueNanos) {
        nextDueNanos.lazySet(dueNanos);
        long backlog = places.inLine() + overdue(nowNanos);
        if (backlog > backlogMost.get()) backlogMost.lazySet(backlog);
    }

    /** How many pages are due by now that the pacer has not come to. */
    private long overdue(long nowNanos) {
        long late = nowNanos - nextDueNanos.get();
        return nextDueNanos.get() == Long.MAX_VALUE || late < 0 ? 0 : 1 + (long) schedule.expected(late);
    }

    /** Ends an interval and begins the next. */
    Pace flip(long nowNanos, long cpuNanos) {
        Histogram seen = lateness.getIntervalHistogram();
        long came = paced.get();
        long inLine = places.inLine();
        long overdue = overdue(nowNanos);
        long most = backlogMost.getAndSet(inLine + overdue);
        Pace pace = new Pace(
                came + overdue - lastDue,
                came - inLine - lastSent,
                held.get() - lastHeld,
                seen,
                Math.max(most, inLine + overdue),
                inLine + overdue,
                cpuNanos - lastCpuNanos);
        lastDue = came + overdue;
        lastSent = came - inLine;
        lastHeld = held.get();
        lastCpuNanos = cpuNanos;
        return pace;
    }
}
