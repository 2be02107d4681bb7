package dev.iomodels.trial;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.FetcherConfig;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.load.HotPhase;
import dev.iomodels.load.PageTable;
import dev.iomodels.load.Tally;
import dev.iomodels.load.Users;
import dev.iomodels.stub.Delay;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes a stub hot, or the first fork would be measured against a cold one: pages at once first, then pages held back. */
public final class StubWarmup {
    private static final int USERS = 64;
    private static final int PAGE_BYTES = 1024;

    private StubWarmup() {}

    /** Warms the stub at {@code base} up, which shows this {@code certificate} over HTTPS, for {@code time}: three quarters of it with pages at once. */
    public static void run(URI base, Optional<X509Certificate> certificate, Duration time) {
        IoModel model = Models.named(certificate.isEmpty() ? "raw-selector" : "selector");
        FetcherConfig config =
                new FetcherConfig(base, model.resolve("", 4 * USERS), 4 * USERS, Duration.ofSeconds(10), certificate);
        try (Timer timer = new Timer();
                Fetcher fetcher = model.open(config)) {
            new HotPhase(USERS, Long.MAX_VALUE, time.multipliedBy(3).dividedBy(4))
                    .run(fetcher, base, PAGE_BYTES, System::nanoTime, timer.executor());
            PageTable held = PageTable.of(base, Delay.parse("uniform:1ms..20ms"), PAGE_BYTES, 0);
            Users users = new Users(
                    4 * USERS, held, fetcher, new Tally(System::nanoTime), System::nanoTime, timer.executor());
            users.start();
            TimeUnit.MILLISECONDS.sleep(time.toMillis() / 4);
            users.stop();
            while (users.inFlight() > 0) TimeUnit.MILLISECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
