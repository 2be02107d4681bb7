package dev.iomodels.trial;

import dev.iomodels.load.Pace;
import dev.iomodels.load.Trail;
import dev.iomodels.result.Arrived;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.ListTimes;
import dev.iomodels.result.Points;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The intervals of a fork that count, warm-up left out, put together. There is at least one. */
final class Measurement {
    private final List<Seen> measured;

    Measurement(List<Seen> measured) {
        this.measured = measured;
    }

    private Seen first() {
        return measured.get(0);
    }

    private Seen last() {
        return measured.get(measured.size() - 1);
    }

    /** When it began, in milliseconds since the epoch. */
    long fromMillis() {
        return first().fromMillis();
    }

    /** Writes the histograms of all intervals, added up. */
    void log(HistogramLog log) {
        log.line(HistogramLog.LATENCY, merged(HistogramLog.LATENCY));
        log.line(HistogramLog.ADDED, merged(HistogramLog.ADDED));
        Histogram failed = merged(HistogramLog.FAILED);
        if (failed.getTotalCount() > 0) log.line(HistogramLog.FAILED, failed);
        if (first().pace().isPresent()) log.line(HistogramLog.LATENESS, merged(HistogramLog.LATENESS));
    }

    private Histogram merged(String tag) {
        Histogram sum = new Histogram(3);
        for (Seen one : measured) sum.add(one.histogram(tag));
        sum.setStartTimeStamp(fromMillis());
        sum.setEndTimeStamp(last().toMillis());
        return sum;
    }

    /** How the schedule was kept; {@link Arrived#NONE} in a closed loop. */
    Arrived arrived() {
        List<Pace> paces = measured.stream().flatMap(one -> one.pace().stream()).toList();
        if (paces.isEmpty()) return Arrived.NONE;
        double seconds =
                measured.stream().mapToDouble(one -> one.interval().seconds()).sum();
        long due = paces.stream().mapToLong(Pace::due).sum();
        return new Arrived(
                due / seconds,
                due,
                paces.stream().mapToLong(one -> one.lateness().getTotalCount()).sum(),
                paces.stream().mapToLong(Pace::sent).sum(),
                paces.stream().mapToLong(Pace::held).sum(),
                paces.stream().mapToLong(Pace::backlogMost).max().orElse(0),
                paces.get(paces.size() - 1).backlogEnd(),
                paces.stream().mapToLong(Pace::cpuNanos).sum() / 1e9 / seconds);
    }

    /** The times of its lists, which take {@code leastNanos} at the least; {@link ListTimes#NONE} where there are none. */
    ListTimes lists(long leastNanos) {
        List<Long> nanos =
                measured.stream().flatMap(one -> one.listNanos().stream()).toList();
        return nanos.isEmpty() ? ListTimes.NONE : new ListTimes(leastNanos, nanos);
    }

    /** How many pages had come back when, counted and timed from its begin. */
    Points points(Trail trail) {
        List<Trail.Point> points =
                trail.between(first().fromNanos(), last().flip().atNanos());
        Trail.Point begin = points.get(0);
        return new Points(
                points.stream()
                        .map(point -> (point.atNanos() - begin.atNanos()) / 1_000_000 / 1e3)
                        .toList(),
                points.stream().map(point -> point.pages() - begin.pages()).toList());
    }
}
