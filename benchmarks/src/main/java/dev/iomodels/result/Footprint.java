package dev.iomodels.result;

import java.util.OptionalLong;

/**
 * What a fork and its workers took up while it was measured, besides CPU time. What nobody can tell is -1, never 0.
 *
 * @param platformThreadsPeak the most platform threads of Java that lived at once in the fork, the harness's and the JVM's
 *     own (finalizer and such; no compiler, no collector) included
 * @param platformThreadsBefore the part of them that was there before the fetcher was opened, or is the harness's
 * @param workerThreads threads of the worker processes at the end of the measurement, compilers and collectors included;
 *     0 if there are no workers
 * @param residentPeakBytes the most memory that the fork had resident, heap and all, and each of its workers, without what
 *     workers share with others
 * @param collections garbage collections of the fork's JVM, without its workers
 * @param switches context switches
 * @param busy memory while the users were at it
 * @param empty memory when users, fetcher and workers were gone
 * @param pinned how often virtual threads were pinned; known of forks that are no measurement only
 */
public record Footprint(
        int platformThreadsPeak,
        int platformThreadsBefore,
        int workerThreads,
        long residentPeakBytes,
        long collections,
        Switches switches,
        Memory busy,
        Memory empty,
        Pinned pinned) {
    /** Less than this is what a JVM's memory wavers by, whatever it does, in bytes. */
    public static final long TOLD_FROM_BYTES = 2_000_000;

    /** Nobody looked. */
    public static final Footprint UNKNOWN =
            new Footprint(-1, -1, -1, -1, -1, Switches.UNKNOWN, Memory.UNKNOWN, Memory.UNKNOWN, Pinned.UNKNOWN);

    public Footprint {
        if (switches == null) switches = Switches.UNKNOWN;
        if (busy == null) busy = Memory.UNKNOWN;
        if (empty == null) empty = Memory.UNKNOWN;
        if (pinned == null) pinned = Pinned.UNKNOWN;
    }

    /** The same with these readings of memory. */
    public Footprint with(Memory whileBusy, Memory whenEmpty) {
        return new Footprint(
                platformThreadsPeak,
                platformThreadsBefore,
                workerThreads,
                residentPeakBytes,
                collections,
                switches,
                whileBusy,
                whenEmpty,
                pinned);
    }

    /**
     * By how much more was held with users at it than without them, in bytes; empty if one of the two is unknown, or if so much
     * less was held with them that something else must have grown meanwhile.
     */
    public OptionalLong heldMoreBytes() {
        if (!busy.known() || !empty.known() || busy.pagesInFlight() <= 0) return OptionalLong.empty();
        long more = busy.heldBytes() - empty.heldBytes();
        return more > -TOLD_FROM_BYTES ? OptionalLong.of(more) : OptionalLong.empty();
    }

    /** How many platform threads the model had at the most, its workers' included; -1 if nobody can tell. */
    public int threads() {
        return platformThreadsPeak < 0 || workerThreads < 0
                ? -1
                : platformThreadsPeak - platformThreadsBefore + workerThreads;
    }

    /**
     * Context switches, voluntary or not, of all threads of the fork and its workers but the harness's. Of a thread that
     * ended in between nobody can tell, so there may have been more.
     *
     * @param count how many there were between two looks, at the begin and the end of the measurement
     * @param pages how many pages came back between these looks
     */
    public record Switches(long count, long pages) {
        /** Nobody looked. */
        public static final Switches UNKNOWN = new Switches(-1, -1);
    }

    /**
     * Virtual threads that waited without letting go of the platform thread that carries them (JEP 444), however shortly.
     *
     * @param events how often (Flight Recorder's {@code jdk.VirtualThreadPinned})
     * @param nanos for how long in all
     * @param pages how many pages came back meanwhile
     */
    public record Pinned(long events, long nanos, long pages) {
        /** Nobody looked, or the JDK has no such threads. */
        public static final Pinned UNKNOWN = new Pinned(-1, -1, -1);
    }

    /**
     * Memory of a fork right after a collection, when its C library had given back what it had free.
     *
     * @param pagesInFlight how many pages were in flight
     * @param liveHeapBytes what the collection left in the heap
     * @param residentBytes memory that the process had resident
     * @param committedHeapBytes the part of it that was heap, live or not: the whole, as it is touched in advance
     * @param workersBytes resident memory of its workers, their heaps included; pages shared by n processes count 1/n (PSS)
     */
    public record Memory(
            long pagesInFlight, long liveHeapBytes, long residentBytes, long committedHeapBytes, long workersBytes) {
        /** Nobody looked. */
        public static final Memory UNKNOWN = new Memory(-1, -1, -1, -1, -1);

        /** Whether everything is known. */
        public boolean known() {
            return liveHeapBytes >= 0 && residentBytes >= 0 && committedHeapBytes >= 0 && workersBytes >= 0;
        }

        /** Live heap, all that is not heap, and the workers, in bytes. */
        public long heldBytes() {
            return liveHeapBytes + residentBytes - committedHeapBytes + workersBytes;
        }
    }
}
