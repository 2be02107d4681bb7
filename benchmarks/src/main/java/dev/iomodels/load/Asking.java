package dev.iomodels.load;

import dev.iomodels.fetch.Fetcher;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/** A load at work: it asks for pages from its start until it is stopped; a list's, whenever it is told to. */
public sealed interface Asking permits Users, Arrivals, Lists {

    /**
     * What a load works on.
     *
     * @param pages what is asked for, in this order
     * @param tally hears of everything that comes back
     * @param nanoClock what tells the time, in nanoseconds, as {@link System#nanoTime} does
     * @param timer on which users wait after a failure; it belongs to the harness, and asking on it never waits
     * @param seed fixes what is random in a load
     */
    record Terms(
            PageTable pages,
            Fetcher fetcher,
            Tally tally,
            LongSupplier nanoClock,
            ScheduledExecutorService timer,
            long seed) {}

    /** How many pages it has in flight at the most: as many as it wants, or as the fetcher can have. */
    int started();

    /** How many pages it has in flight now; a user who waits after a failure counts as well. */
    int inFlight();

    /** Begins to ask. */
    void start();

    /**
     * Waits until the fetcher has the whole load on it: every user has had an answer, or arrivals go on for as long as the
     * longest delay. False if that took longer than {@code limitNanos}. A list has nothing to wait for.
     *
     * @throws Saturated as {@link #check}
     */
    boolean awaitWhole(long limitNanos) throws InterruptedException;

    /** Whether it can go on. @throws Saturated if pages arrive faster than the fetcher fetches them */
    void check();

    /** From now on nobody asks. */
    void stop();

    /** What keeps the schedule; empty where there is none. */
    Optional<Arrivals> arrivals();

    /** What fetches lists; empty where there are none. */
    Optional<Lists> lists();

    /** What the harness's own threads have spent inside the fetcher, sending pages. */
    Sending sending();
}
