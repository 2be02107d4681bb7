package dev.iomodels.result;

/**
 * How an open loop kept its schedule while a fork was measured, warm-up left out. How late it came to each page is in the
 * fork's histograms, tagged lateness.
 *
 * @param offeredPerSecond pages that were due ÷ time, in pages per second; 0 in a closed loop, which offers no rate
 * @param due how many pages were due
 * @param paced how many of those that were due, then or before, the pacer came to, and sent or put in line
 * @param sent how many were sent
 * @param held how many found all places in flight taken, and had to wait in line; their wait is in their response times
 * @param backlogMost the most pages that were due and not sent at one time
 * @param backlogEnd how many were due and not sent at the end
 * @param pacerCpuShare CPU seconds per second of the pacer's thread, with what the fetcher does on it while a page is sent
 */
public record Arrived(
        double offeredPerSecond,
        long due,
        long paced,
        long sent,
        long held,
        long backlogMost,
        long backlogEnd,
        double pacerCpuShare) {
    /** A closed loop offers no rate. */
    public static final Arrived NONE = new Arrived(0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether there was a schedule at all. */
    public boolean open() {
        return offeredPerSecond > 0;
    }
}
