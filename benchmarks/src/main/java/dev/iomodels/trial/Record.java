package dev.iomodels.trial;

import dev.iomodels.load.Arrivals;
import dev.iomodels.load.Asking;
import dev.iomodels.load.Flip;
import dev.iomodels.load.Lists;
import dev.iomodels.load.Load;
import dev.iomodels.load.Pace;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Saturated;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Trail;
import dev.iomodels.result.Footprint;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.HistogramLog;
import dev.iomodels.result.Interval;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.Json;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.StubFacts;
import dev.iomodels.result.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that a fork has seen, interval by interval, and the files that it leaves. Confined to JMH's one thread. */
final class Record {
    /** System property: the common name of the fork's files; without it none are written. */
    static final String FILES = "iomodels.fork.files";
    /** System property, {@code true}: the log holds each interval too, the warm-up's as well. */
    static final String EACH_INTERVAL = "iomodels.hlog.intervals";

    private final Tally tally;
    private final String allocationCounter;
    private final Trail trail;
    private final Load.Loop loop;
    private final long leastNanos;
    private final int started;
    private final PageTable pages;
    private final String limits;
    private final int asked;
    private final long hotPages;
    private final double idleCpuShare;
    private final List<Seen> seen = new ArrayList<>();
    private long atMillis;
    private Flip last;
    private Meter.Reading reading;
    private boolean givenUp;
    private Meter meter;
    private Asking asking;
    private Optional<Pace> pace = Optional.empty();

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
        this.loop = asking.arrivals().isPresent()
                ? Load.Loop.OPEN
                : asking.lists().isPresent() ? Load.Loop.LIST : Load.Loop.CLOSED;
        this.leastNanos = asking.lists().map(Lists::leastNanos).orElse(0L);
        this.pages = pages;
        this.limits = limits;
        this.asked = asked;
        this.hotPages = hotPages;
        this.idleCpuShare = idleCpuShare;
    }

    /** Begins the first interval; what was seen before is left out. */
    void begin() {
        meter.under(asking);
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
        Optional<Long> listNanos = asking.lists().map(Lists::lastNanos);
        seen.add(new Seen(interval, last, pace, listNanos, from.atNanos(), fromMillis, atMillis));
        Handover.offer(new Handover.Edge(loop, interval, last.latency(), last.added(), pace.map(Pace::lateness)));
    }

    /** Nothing is to be flipped any more: from now on it holds on to no fetcher. */
    void letGo() {
        meter = null;
        asking = null;
    }

    /** Writes the histograms, then what the fork knows of itself. After a load that had to be given up nothing was measured. */
    void write(Footprint footprint) {
        String stem = System.getProperty(FILES, "");
        List<Seen> measured =
                seen.stream().filter(one -> !one.interval().warmup()).toList();
        if (stem.isEmpty() || givenUp || measured.isEmpty()) return;
        ForkFiles files = new ForkFiles(Path.of(stem));
        Measurement measurement = new Measurement(measured);
        HistogramLog.write(files.hlog(), measurement.fromMillis(), log -> {
            measurement.log(log);
            if (Boolean.getBoolean(EACH_INTERVAL)) seen.forEach(one -> one.log(log));
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
                        measurement.points(trail),
                        measurement.arrived(),
                        measurement.lists(leastNanos),
                        footprint,
                        StubFacts.UNKNOWN,
                        JmhScores.NONE,
                        Surroundings.UNKNOWN));
    }

    /** Writes that the load had to be given up, which is all that there is to say of the fork. */
    void write(Saturated saturated) {
        givenUp = true;
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
}
