package dev.iomodels.run;

import dev.iomodels.result.Surroundings;
import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Watches what goes on outside a fork while it measures. To be begun and ended by one thread. */
final class SurroundingsWatch implements AutoCloseable {
    private final SystemFiles files;
    private final ControlGroup group;
    private final Sleeper sleeper = Sleeper.start();
    private final Reading from;

    private SurroundingsWatch(SystemFiles files) {
        this.files = files;
        this.group = new ControlGroup(files);
        this.from = read();
    }

    /** Begins to watch. */
    static SurroundingsWatch begin(SystemFiles files) {
        return new SurroundingsWatch(files);
    }

    private record Reading(long nanos, Optional<CpuTimes> times, double runner, long periods, long throttled) {}

    private Reading read() {
        return new Reading(
                System.nanoTime(),
                CpuTimes.read(files),
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .map(nanos -> nanos / 1e9)
                        .orElse(-1.0),
                group.count("nr_periods"),
                group.count("nr_throttled"));
    }

    /** Ends it. Returns what was seen. */
    Surroundings end() {
        Reading to = read();
        Histogram hiccups = sleeper.stop();
        boolean told = from.times.isPresent() && to.times.isPresent();
        boolean slept = hiccups.getTotalCount() > 0;
        return new Surroundings(
                (to.nanos - from.nanos) / 1e9,
                hiccups.getTotalCount(),
                slept ? hiccups.getValueAtPercentile(50) : -1,
                slept ? hiccups.getValueAtPercentile(99) : -1,
                slept ? hiccups.getValueAtPercentile(99.9) : -1,
                slept ? hiccups.getMaxValue() : -1,
                told ? to.times.get().cores() : -1,
                told ? to.times.get().busy() - from.times.get().busy() : -1,
                told ? to.times.get().interrupts() - from.times.get().interrupts() : -1,
                told ? to.times.get().stolen() - from.times.get().stolen() : -1,
                from.runner < 0 || to.runner < 0 ? -1 : to.runner - from.runner,
                from.periods < 0 ? -1 : to.periods - from.periods,
                from.throttled < 0 ? -1 : to.throttled - from.throttled);
    }

    @Override
    public void close() {
        sleeper.close();
    }
}
