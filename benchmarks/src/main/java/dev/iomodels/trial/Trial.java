package dev.iomodels.trial;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.load.Asking;
import dev.iomodels.load.HotPhase;
import dev.iomodels.load.Load;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Saturated;
import dev.iomodels.load.Stalled;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Turnstile;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Units;
import java.net.URI;
import java.time.Duration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * What happens inside one fork: the fetcher is opened and made hot, the load starts and keeps going across iterations,
 * and at the edge of each iteration the counts are flipped. JMH calls it from one thread.
 */
@State(Scope.Benchmark)
public class Trial {
    private static final int HOT_USERS = 64;
    private static final long HOT_PAGES = 20_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    /** The IO model, with its argument: {@code thread-pool:200}. */
    @Param("raw-selector")
    public String model;

    /** Who asks: {@code closed:64}, {@code open:2000/s+poisson} (JMH would take a comma for the end of a value). */
    @Param("closed:64")
    public String load;

    /** How long pages are held back: {@code 0}, {@code uniform:50ms..150ms}. */
    @Param("0")
    public String delay;

    /** Bytes in a page's body: {@code 1KiB}. */
    @Param("1KiB")
    public String size;

    /** Where the stub is: {@code http://127.0.0.1:8080}. {@code own}: the fork starts one. */
    @Param("own")
    public String stub;

    /** The longest that the hot phase takes: {@code 5s}. */
    @Param("5s")
    public String hot;

    /** What shuffles the page table. */
    @Param("1")
    public long seed;

    private final Timer timer = new Timer();
    private OwnStub ownStub = OwnStub.NONE;
    private Fetcher fetcher;
    private Asking asking;
    private Tally tally;
    private Turnstile turnstile;
    private Record record;

    /** Opens everything; returns when the whole load is on, so that the warm-up begins under it. */
    @Setup(Level.Trial)
    public void open() throws InterruptedException {
        ParentWatch.start();
        if (stub.equals("own")) ownStub = OwnStub.start();
        URI base = stub.equals("own") ? ownStub.uri() : URI.create(stub);
        int bytes = (int) Units.parseBytes(size);
        Load asked = Load.parse(load);
        PageTable pages = PageTable.of(base, Delay.parse(delay), bytes, seed);
        fetcher = openFetcher(base, asked.inFlight(), pages.maxDelayNanos());
        HotPhase phase = new HotPhase(
                Math.min(asked.inFlight(), HOT_USERS), HOT_PAGES, Duration.ofNanos(Units.parseDurationNanos(hot)));
        long hotPages = phase.run(fetcher, base, bytes, System::nanoTime, timer.executor());
        Meter meter = new Meter(fetcher, timer);
        double idle = meter.idleCpuShare();
        tally = new Tally(System::nanoTime);
        asking = asked.on(new Asking.Terms(pages, fetcher, tally, System::nanoTime, timer.executor(), seed));
        turnstile = new Turnstile(tally, pages.maxDelayNanos(), System::nanoTime, asking::check);
        record = new Record(
                tally, meter, turnstile.trail(), asking, pages, fetcher.limits(), asked.inFlight(), hotPages, idle);
        begin(PATIENCE_NANOS + 3 * pages.maxDelayNanos());
    }

    private void begin(long patience) throws InterruptedException {
        asking.start();
        try {
            if (!asking.awaitWhole(patience)) throw new Stalled(patience, tally);
        } catch (Saturated e) {
            record.write(e);
            throw e;
        }
        record.begin();
    }

    private Fetcher openFetcher(URI base, int asked, long maxDelayNanos) {
        int colon = model.indexOf(':');
        IoModel named = Models.named(colon < 0 ? model : model.substring(0, colon));
        String argument = named.resolve(colon < 0 ? "" : model.substring(colon + 1), asked);
        Duration timeout = Duration.ofNanos(PATIENCE_NANOS + 2 * maxDelayNanos);
        return named.open(new FetcherConfig(base, argument, asked, timeout));
    }

    void pass() {
        try {
            turnstile.pass();
        } catch (Saturated e) {
            record.write(e);
            throw e;
        }
    }

    /** Ends an interval at an iteration's edge, while the load goes on. */
    @TearDown(Level.Iteration)
    public void flip(IterationParams iteration) {
        record.flip(iteration.getType() == IterationType.WARMUP);
    }

    /** Stops the load and closes everything; writes down what was seen, if a place for it was given. */
    @TearDown(Level.Trial)
    public void close() {
        asking.stop();
        fetcher.close();
        timer.close();
        ownStub.close();
        record.write();
    }
}
