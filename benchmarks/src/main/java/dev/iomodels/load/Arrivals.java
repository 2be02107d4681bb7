package dev.iomodels.load;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The open loop: one thread, the pacer, asks for pages at the times of a {@link Schedule}, whether or not earlier ones came
 * back, and parks in between. A page's latency counts from when it was due, so that a stall is seen by every page that it
 * held up: nothing is left out, and nothing corrected afterwards (G. Tene, "How NOT to Measure Latency", 2013).
 */
public final class Arrivals implements Asking {
    /** The pacer parks for no less: what comes due meanwhile is sent at one go, instead of waking up for each page. */
    private static final long SHORTEST_PARK_NANOS = 100_000;
    /** Nor for longer, so that saturation is seen in time. */
    private static final long LONGEST_PARK_NANOS = 100_000_000;
    /** So many pages are sent at one go; then it looks whether it can go on. */
    private static final int MOST_AT_ONCE = 256;

    private final Load.Open load;
    private final PageTable pages;
    private final Tally tally;
    private final LongSupplier nanoClock;
    private final Schedule schedule;
    private final Places places;
    private final Pacing pacing;
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final Thread pacer = new Thread(this::run, "harness-pacer");
    private final Sending sending = new Sending();
    private volatile RuntimeException end;
    private volatile boolean stopped;

    Arrivals(Load.Open load, Terms terms) {
        this.load = load;
        this.pages = terms.pages();
        this.tally = terms.tally();
        this.nanoClock = terms.nanoClock();
        this.schedule = new Schedule(load, terms.seed());
        this.places = new Places(Math.min(load.inFlight(), terms.fetcher().limit()), terms.fetcher(), tally);
        this.pacing = new Pacing(schedule, places);
        pacer.setDaemon(true);
    }

    @Override
    public int started() {
        return places.number();
    }

    @Override
    public int inFlight() {
        return places.taken();
    }

    @Override
    public void start() {
        pacer.start();
    }

    @Override
    public boolean awaitWhole(long limitNanos) throws InterruptedException {
        long begin = nanoClock.getAsLong();
        while (tally.pages() == 0 || nanoClock.getAsLong() - begin < pages.maxDelayNanos()) {
            check();
            if (nanoClock.getAsLong() - begin > limitNanos) return false;
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return true;
    }

    @Override
    public void check() {
        if (end != null) throw end;
    }

    @Override
    public void stop() {
        stopped = true;
        places.stop();
        LockSupport.unpark(pacer);
    }

    @Override
    public Optional<Arrivals> arrivals() {
        return Optional.of(this);
    }

    @Override
    public Optional<Lists> lists() {
        return Optional.empty();
    }

    @Override
    public Sending sending() {
        return sending;
    }

    private void run() {
        try {
            pace(new Places.Arrival[MOST_AT_ONCE]);
        } catch (RuntimeException | Error e) {
            if (!stopped) end = e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    private void pace(Places.Arrival[] batch) {
        long begin = nanoClock.getAsLong();
        Saturation saturation = new Saturation(load, places, tally, begin);
        long due = begin + schedule.next();
        while (!stopped) {
            long now = nanoClock.getAsLong();
            pacing.next(now, due);
            Optional<Saturated> saturated = saturation.look(now, due);
            if (saturated.isPresent()) throw saturated.get();
            if (due > now) {
                LockSupport.parkNanos(this, Math.max(SHORTEST_PARK_NANOS, Math.min(LONGEST_PARK_NANOS, due - now)));
                continue;
            }
            int number = 0;
            for (; number < batch.length && due <= now; due = begin + schedule.next())
                batch[number++] = places.new Arrival(pages.next(), due);
            send(batch, number);
        }
    }

    /** What sending costs is the fetcher's, though it happens on this thread. */
    private void send(Places.Arrival[] batch, int number) {
        sending.begin();
        for (int i = 0; i < number; i++) {
            long late = nanoClock.getAsLong() - batch[i].dueNanos();
            pacing.came(late, places.take(batch[i]));
        }
        sending.end();
    }

    /** Ends an interval of what is known of the schedule, and begins the next. To be called by one thread. */
    public Pace flip() {
        return pacing.flip(nanoClock.getAsLong(), Math.max(0, threads.getThreadCpuTime(pacer.getId())));
    }

    /** The pacer's id, as thread. */
    public long threadId() {
        return pacer.getId();
    }
}
