package dev.iomodels.trial;

import dev.iomodels.result.Footprint;
import dev.iomodels.result.Footprint.Memory;
import dev.iomodels.result.Footprint.Pinned;
import dev.iomodels.result.Footprint.Switches;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Watches what a fork takes up, besides CPU time, between the first and the last edge of the measurement. What looking
 * costs falls before the one and after the other. Confined to the harness's one thread.
 */
final class FootprintWatch {
    /** Threads that are about to end are taken for ones that stay if none has ended for so long. */
    private static final long ENDING_MILLIS = 500;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Workers workers;
    private final Holdings holdings;
    private final ContextSwitches contextSwitches;
    private final LongSupplier pages;
    private final int threadsBefore;
    private final Set<Long> peaksKnown = new HashSet<>();

    private int harnessSince;
    private OptionalLong switchesBefore = OptionalLong.empty();
    private long pagesBefore;
    private long collectionsBefore;
    private PinnedEvents pinned = PinnedEvents.NONE;
    private Footprint footprint = Footprint.UNKNOWN;

    /**
     * To be made before the fetcher is opened and when all threads of the harness live: what is there then is not the model's.
     *
     * @param pages how many pages have come back so far
     */
    FootprintWatch(Workers workers, LongSupplier pages) {
        this.workers = workers;
        this.pages = pages;
        holdings = new Holdings(workers);
        contextSwitches = new ContextSwitches(workers);
        threadsBefore = threads.getThreadCount();
    }

    /** A thread of the harness's has started since, which is no model's either. */
    void oneMoreOfTheHarness() {
        harnessSince++;
    }

    /** The measurement is about to begin. */
    void begin() {
        switchesBefore = contextSwitches.count();
        pagesBefore = pages.getAsLong();
        collectionsBefore = Holdings.collections();
        threads.resetPeakThreadCount();
        peaksKnown.clear();
        for (LinuxProcess process : processes()) if (process.resetPeak()) peaksKnown.add(process.pid());
        pinned = PinnedEvents.begin(pages);
    }

    /** It has just ended, and the users still go on. */
    void end() {
        Pinned events = pinned.end();
        int threadsPeak = threads.getPeakThreadCount();
        OptionalLong switches = contextSwitches.count();
        long pagesNow = pages.getAsLong();
        footprint = new Footprint(
                threadsPeak,
                threadsBefore + harnessSince,
                workerThreads(),
                residentPeakBytes(),
                Holdings.collections() - collectionsBefore,
                switchesBefore.isPresent() && switches.isPresent()
                        ? new Switches(switches.getAsLong() - switchesBefore.getAsLong(), pagesNow - pagesBefore)
                        : Switches.UNKNOWN,
                Memory.UNKNOWN,
                Memory.UNKNOWN,
                events);
    }

    /** Reads the memory of a fork that is at it, after {@link #end}, with so many pages in flight when it is read. */
    void busy(IntSupplier pagesInFlight) throws InterruptedException {
        footprint = footprint.with(holdings.read(pagesInFlight), Memory.UNKNOWN);
    }

    /** Reads the memory of the same fork when users, fetcher and workers are gone, and nothing refers to them. */
    void empty() throws InterruptedException {
        awaitThreadsThatEnd();
        footprint = footprint.with(footprint.busy(), holdings.read(() -> 0));
    }

    /** A thread whose connection was closed still has to come to its end, and has its stack until then. Carriers and pollers stay. */
    private void awaitThreadsThatEnd() throws InterruptedException {
        int left = Integer.MAX_VALUE;
        for (int now = threads.getThreadCount(); now < left; now = threads.getThreadCount()) {
            left = now;
            if (now > threadsBefore + harnessSince) TimeUnit.MILLISECONDS.sleep(ENDING_MILLIS);
        }
    }

    /** What was seen. */
    Footprint footprint() {
        return footprint;
    }

    private List<LinuxProcess> processes() {
        List<LinuxProcess> processes = new ArrayList<>();
        processes.add(LinuxProcess.here());
        for (ProcessHandle worker : workers.alive()) processes.add(new LinuxProcess(worker.pid()));
        return processes;
    }

    private int workerThreads() {
        long sum = 0;
        for (ProcessHandle worker : workers.alive()) {
            OptionalLong its = new LinuxProcess(worker.pid()).threads();
            if (its.isEmpty()) return -1;
            sum += its.getAsLong();
        }
        return (int) sum;
    }

    private long residentPeakBytes() {
        long sum = 0;
        for (LinuxProcess process : processes()) {
            OptionalLong peak = process.peakBytes();
            if (peak.isEmpty() || !peaksKnown.contains(process.pid())) return -1;
            sum += peak.getAsLong() - (process.equals(LinuxProcess.here()) ? 0 : sharedBytes(process));
        }
        return sum;
    }

    /** What others have of it as well: each worker maps the same libraries. */
    private static long sharedBytes(LinuxProcess worker) {
        OptionalLong resident = worker.residentBytes();
        OptionalLong share = worker.shareBytes();
        return resident.isPresent() && share.isPresent() ? resident.getAsLong() - share.getAsLong() : 0;
    }
}
