package dev.iomodels.load;

import org.HdrHistogram.Histogram;

/**
 * How the schedule of an open loop was kept in one interval.
 *
 * @param due how many pages were due in it
 * @param sent how many were sent, whenever they were due
 * @param held how many found all places in flight taken, and had to wait in line
 * @param lateness of each page that the pacer came to, how late it did, in nanoseconds: it then sent the page or put it in line
 * @param backlogMost the most pages that were due and not sent at one time
 * @param backlogEnd how many were at the interval's end
 * @param cpuNanos CPU time of the pacer's thread, all of it
 */
public record Pace(
        long due, long sent, long held, Histogram lateness, long backlogMost, long backlogEnd, long cpuNanos) {}
