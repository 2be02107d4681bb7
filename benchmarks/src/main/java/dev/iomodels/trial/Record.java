package dev.iomodels.trial;

import dev.iomodels.load.Arrivals;
import dev.iomodels.load.Asking;
import dev.iomodels.load.Flip;
import dev.iomodels.load.Pace;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Saturated;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Trail;
import dev.iomodels.result.Arrived;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Interval;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.Json;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.Points;
import dev.iomodels.result.StubFacts;
import dev.iomodels.result.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Everything that a fork has seen, interval by interval, and the files that it leaves. Confined to JMH's one thread. */
final class Record {
    /** System property: the common name of the fork's files; without it none are written. */
    static final String FILES = "iomodels.fork.files";
    /** System property, {@code true}: the log holds each interval too, the warm-up's as well. */
    static final String EACH_INTERVAL = "iomodels.hlog.intervals";

    private final Tally tally;
    private final String allocationCounter;
    private final Trail trail;
    private final int started;
    private final boolean paced;
    private final PageTable pages;
    private final String limits;
    private final int asked;
    private final long hotPages;
    private final double idleCpuShare;
    private final List<Seen> seen = new ArrayList<>();
    private long atMillis;
    private Flip last;
    private Meter.Reading reading;
    private Meter meter;
    private Asking asking;
    private Optional<Pace> pace = Optional.empty();

    /** An interval as recorded, with when it was, in milliseconds since the epoch. */
    private record Seen(
            Interval interval, Flip flip, Optional<Pace> pace, long fromNanos, long fromMillis, long toMillis) {}

    Record(
            Tally tally,
            Meter meter,
            Trail trail,
            Asking asking,
            PageTable pages,
            String limits,
            int asked,
            long hotPages,
            double idleCpuShare) {
        this.tally = tally;
        this.meter = meter;
        this.allocationCounter = meter.allocationCounter();
        this.trail = trail;
        this.asking = asking;
        this.started = asking.started();
        this.paced = asking.arrivals().isPresent();
        this.pages = pages;
        this.limits = limits;
        this.asked = asked;
        this.hotPages = hotPages;
        this.idleCpuShare = idleCpuShare;
    }

    /** Begins the first interval; what was seen before is left out. */
    void begin() {
        meter.pacedBy(asking.arrivals());
        turn();
    }

    private void turn() {
        atMillis = System.currentTimeMillis();
        reading = meter.read();
        last = tally.flip();
        pace = asking.arrivals().map(Arrivals::flip);
        trail.edge(last.atNanos(), tally.pages());
    }

    /** Ends an interval and begins the next. */
    void flip(boolean warmup) {
        Flip from = last;
        Meter.Reading before = reading;
        long fromMillis = atMillis;
        turn();
        Interval interval = new Interval(
                warmup,
                (last.atNanos() - from.atNanos()) / 1e9,
                last.pages(),
                last.failures(),
                (reading.cpuNanos() - before.cpuNanos()) / 1e9,
                (reading.harnessCpuNanos() - before.harnessCpuNanos()) / 1e9,
                reading.allocatedBytes() - before.allocatedBytes(),
                (reading.gcMillis() - before.gcMillis()) / 1e3,
                reading.compileMillis() < 0
                        ? Interval.UNKNOWN
                        : (reading.compileMillis() - before.compileMillis()) / 1e3,
                last.asTold());
        seen.add(new Seen(interval, last, pace, from.atNanos(), fromMillis, atMillis));
        Handover.offer(new Handover.Edge(interval, last.latency(), last.added()));
    }

    /** Nothing is to be flipped any more: from now on it holds on to no fetcher. */
    void letGo() {
        meter = null;
        asking = null;
    }

    /** Writes the histograms, then what the fork knows of itself. */
    void write(Footprint footprint) {
        String stem = System.getProperty(FILES, "");
        if (stem.isEmpty()) return;
        ForkFiles files = new ForkFiles(Path.of(stem));
        List<Seen> measured =
                seen.stream().filter(one -> !one.interval.warmup()).toList();
        if (measured.isEmpty()) return;
        HistogramLog.write(files.hlog(), measured.get(0).fromMillis, log -> {
            log.line(HistogramLog.LATENCY, merged(measured, HistogramLog.LATENCY));
            log.line(HistogramLog.ADDED, merged(measured, HistogramLog.ADDED));
            Histogram failed = merged(measured, HistogramLog.FAILED);
            if (failed.getTotalCount() > 0) log.line(HistogramLog.FAILED, failed);
            if (paced) log.line(HistogramLog.LATENESS, merged(measured, HistogramLog.LATENESS));
            if (Boolean.getBoolean(EACH_INTERVAL)) seen.forEach(one -> eachInterval(log, one));
        });
        Json.write(
                files.part(),
                new ForkResult.Measured(
                        JvmFacts.here(),
                        limits,
                        asked,
                        started,
                        pages.meanDelayNanos(),
                        pages.maxDelayNanos(),
                        hotPages,
                        tally.early(),
                        idleCpuShare,
                        allocationCounter,
                        seen.stream().map(Seen::interval).toList(),
                        points(measured),
                        arrived(measured),
                        footprint,
                        StubFacts.UNKNOWN,
                        JmhScores.NONE,
                        Surroundings.UNKNOWN));
    }

    /** Writes that the load had to be given up. */
    void write(Saturated saturated) {
        String stem = System.getProperty(FILES, "");
        if (stem.isEmpty()) return;
        Json.write(
                new ForkFiles(Path.of(stem)).part(),
                new ForkResult.Saturated(
                        JvmFacts.here(),
                        limits,
                        started,
                        saturated.offeredPerSecond(),
                        saturated.achievedPerSecond(),
                        saturated.atSecond(),
                        saturated.reason()));
    }

    private static Arrived arrived(List<Seen> measured) {
        List<Pace> paces = measured.stream().flatMap(one -> one.pace.stream()).toList();
        if (paces.isEmpty()) return Arrived.NONE;
        double seconds =
                measured.stream().mapToDouble(one -> one.interval.seconds()).sum();
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

    private Points points(List<Seen> measured) {
        long toNanos = measured.get(measured.size() - 1).flip.atNanos();
        List<Trail.Point> points = trail.between(measured.get(0).fromNanos, toNanos);
        Trail.Point begin = points.get(0);
        return new Points(
                points.stream()
                        .map(point -> (point.atNanos() - begin.atNanos()) / 1_000_000 / 1e3)
                        .toList(),
                points.stream().map(point -> point.pages() - begin.pages()).toList());
    }

    private static Histogram merged(List<Seen> measured, String tag) {
        Histogram sum = new Histogram(3);
        for (Seen one : measured) sum.add(histogram(one, tag));
        sum.setStartTimeStamp(measured.get(0).fromMillis);
        sum.setEndTimeStamp(measured.get(measured.size() - 1).toMillis);
        return sum;
    }

    private static Histogram histogram(Seen one, String tag) {
        return switch (tag) {
            case HistogramLog.LATENCY -> one.flip.latency();
            case HistogramLog.ADDED -> one.flip.added();
            case HistogramLog.FAILED -> one.flip.failed();
            default -> one.pace.map(Pace::lateness).orElseThrow();
        };
    }

    private static void eachInterval(HistogramLog log, Seen one) {
        String kind = one.interval.warmup() ? "warmup-" : "iteration-";
        List<String> tags = one.pace.isPresent()
                ? List.of(HistogramLog.LATENCY, HistogramLog.ADDED, HistogramLog.LATENESS)
                : List.of(HistogramLog.LATENCY, HistogramLog.ADDED);
        for (String tag : tags) {
            Histogram histogram = histogram(one, tag);
            histogram.setStartTimeStamp(one.fromMillis);
            histogram.setEndTimeStamp(one.toMillis);
            log.line(kind + tag, histogram);
        }
    }
}
