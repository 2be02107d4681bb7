package dev.iomodels.trial;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.load.Asking;
import dev.iomodels.load.Faults;
import dev.iomodels.load.HotPhase;
import dev.iomodels.load.Lists;
import dev.iomodels.load.Load;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Saturated;
import dev.iomodels.load.Stalled;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Turnstile;
import dev.iomodels.plan.Timing;
import dev.iomodels.stub.Delay;
import dev.iomodels.stub.StubCertificate;
import dev.iomodels.stub.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * What happens inside one fork: the fetcher is opened and made hot, the load starts and keeps going across iterations,
 * and at the edge of each iteration the counts are flipped. JMH calls it from one thread.
 */
@State(Scope.Benchmark)
public class Trial {
    /** The system property that has the stub's certificate, as {@link StubCertificate#text} writes it, where a run knows it. */
    public static final String CERTIFICATE = "iomodels.stub.certificate";

    private static final int HOT_USERS = 64;
    private static final long HOT_PAGES = 20_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    /** The IO model, with its argument: {@code thread-pool:200}. */
    @Param("raw-selector")
    public String model;

    /** Who asks: {@code closed:64}, {@code open:2000/s+poisson} (JMH would take a comma for the end of a value), {@code list:100}. */
    @Param("closed:64")
    public String load;

    /** How long pages are held back: {@code 0}, {@code uniform:50ms..150ms}. */
    @Param("0")
    public String delay;

    /** Bytes in a page's body: {@code 1KiB}. */
    @Param("1KiB")
    public String size;

    /** What goes wrong on purpose: {@code none}, {@code reset@0.1%+stall:2s@1%}. */
    @Param("none")
    public String faults;

    /** Where the stub is: {@code http://127.0.0.1:8080}. {@code own}: the fork starts one; {@code own:tls}: over HTTPS. */
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
    private FootprintWatch footprint;
    private int warmups;

    /** Opens everything; returns when the whole load is on, so that the warm-up begins under it. */
    @Setup(Level.Trial)
    public void open(BenchmarkParams benchmark) throws InterruptedException {
        ParentWatch.start();
        Load asked = Load.parse(load);
        ListBenchmark.check(asked, benchmark.getMode());
        boolean own = stub.equals("own") || stub.equals(OwnStub.OVER_TLS);
        if (own) ownStub = OwnStub.start(stub.equals(OwnStub.OVER_TLS));
        URI base = own ? ownStub.uri() : URI.create(stub);
        Optional<X509Certificate> certificate = own ? ownStub.certificate() : certificate(base);
        int bytes = (int) Units.parseBytes(size);
        PageTable pages = PageTable.of(base, Delay.parse(delay), bytes, Faults.parse(faults), seed);
        tally = new Tally(System::nanoTime);
        Workers workers = Workers.fromNowOn();
        footprint = new FootprintWatch(workers, tally::pages);
        fetcher = openFetcher(base, certificate, asked.inFlight(), pages.maxDelayNanos());
        HotPhase phase = new HotPhase(
                Math.min(asked.inFlight(), HOT_USERS), HOT_PAGES, Duration.ofNanos(Units.parseDurationNanos(hot)));
        long hotPages = phase.run(fetcher, base, bytes, System::nanoTime, timer.executor());
        Meter meter = new Meter(fetcher, timer, workers);
        double idle = meter.idleCpuShare();
        asking = asked.on(new Asking.Terms(pages, fetcher, tally, System::nanoTime, timer.executor(), seed));
        asking.arrivals().ifPresent(pacer -> footprint.oneMoreOfTheHarness());
        turnstile = new Turnstile(tally, pages.maxDelayNanos(), System::nanoTime, asking::check);
        record = new Record(
                tally, meter, turnstile.trail(), asking, pages, fetcher.limits(), asked.inFlight(), hotPages, idle);
        begin(PATIENCE_NANOS + 3 * pages.maxDelayNanos());
        if (benchmark.getWarmup().getCount() == 0) footprint.begin();
        record.begin();
    }

    private void begin(long patience) throws InterruptedException {
        asking.start();
        try {
            if (!asking.awaitWhole(patience)) throw Stalled.beforeWhole(patience, tally);
        } catch (Saturated e) {
            record.write(e);
            throw e;
        }
    }

    private static Optional<X509Certificate> certificate(URI base) {
        String handedOver = System.getProperty(CERTIFICATE, "");
        if (!handedOver.isEmpty()) return Optional.of(StubCertificate.parse(handedOver));
        if (!"https".equals(base.getScheme())) return Optional.empty();
        try {
            return Optional.of(StubCertificate.shownBy(base));
        } catch (IOException e) {
            throw new UncheckedIOException(base + ": no stub shows a certificate there: " + e.getMessage(), e);
        }
    }

    private Fetcher openFetcher(URI base, Optional<X509Certificate> certificate, int asked, long maxDelayNanos) {
        int colon = model.indexOf(':');
        IoModel named = Models.named(colon < 0 ? model : model.substring(0, colon));
        String argument = named.resolve(colon < 0 ? "" : model.substring(colon + 1), asked);
        Duration timeout = Duration.ofNanos(PATIENCE_NANOS + 2 * maxDelayNanos);
        return named.open(new FetcherConfig(base, argument, asked, timeout, certificate));
    }

    void pass() {
        try {
            turnstile.pass();
        } catch (Saturated e) {
            record.write(e);
            throw e;
        }
    }

    void fetchList() {
        asking.lists().ifPresent(Lists::fetch);
    }

    /** Before a list the fork rests. */
    @Setup(Level.Iteration)
    public void rest() throws InterruptedException {
        if (asking.lists().isPresent()) TimeUnit.MILLISECONDS.sleep(Timing.REST.toMillis());
    }

    /** Ends an interval at an iteration's edge, while the load goes on. */
    @TearDown(Level.Iteration)
    public void flip(IterationParams iteration, BenchmarkParams benchmark) {
        boolean warmup = iteration.getType() == IterationType.WARMUP;
        if (warmup && ++warmups == benchmark.getWarmup().getCount()) footprint.begin();
        record.flip(warmup);
    }

    /** Stops the load and closes everything; writes down what was seen, if a place for it was given. */
    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
        footprint.end();
        // After a list nothing is in flight whose memory could be told.
        boolean goesOn = asking.lists().isEmpty();
        if (goesOn) footprint.busy(asking::inFlight);
        asking.stop();
        fetcher.close();
        timer.close();
        ownStub.close();
        letGo();
        if (goesOn) footprint.empty();
        record.write(footprint.footprint());
    }

    /** What is closed and still referred to would be counted as if nobody had held it. */
    private void letGo() {
        asking = null;
        turnstile = null;
        fetcher = null;
        record.letGo();
    }
}
