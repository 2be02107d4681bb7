package dev.iomodels.load;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.stub.Delay;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Makes code hot before it is timed: fetches pages without a delay through the fetcher that will be measured. Without
 * it, a model that fetches ten pages a second would be measured in the interpreter.
 *
 * @param users how many pages are in flight
 * @param pages after how many pages it is over
 * @param time after which time it is over all the same
 */
public record HotPhase(int users, long pages, Duration time) {
    private static final long LOOK_MILLIS = 10;

    /** Runs the phase and waits until nothing of it is in flight. Returns how many pages came back. @throws Stalled if none did */
    public long run(Fetcher fetcher, URI stub, int size, LongSupplier nanoClock, ScheduledExecutorService timer)
            throws InterruptedException {
        Tally tally = new Tally(nanoClock);
        PageTable table = PageTable.of(stub, Delay.parse("0"), size, 0);
        Users hot = new Users(users, table, fetcher, tally, nanoClock, timer);
        long begin = nanoClock.getAsLong();
        hot.start();
        while (tally.pages() < pages && nanoClock.getAsLong() - begin < time.toNanos())
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        hot.stop();
        long stall = nanoClock.getAsLong() + TimeUnit.SECONDS.toNanos(10);
        while (hot.inFlight() > 0 && nanoClock.getAsLong() < stall) TimeUnit.MILLISECONDS.sleep(1);
        if (tally.pages() == 0 || hot.inFlight() > 0) throw new Stalled(nanoClock.getAsLong() - begin, tally);
        return tally.pages();
    }
}
