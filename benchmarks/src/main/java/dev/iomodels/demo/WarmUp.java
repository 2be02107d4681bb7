package dev.iomodels.demo;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import dev.iomodels.stub.Fault;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Opens fetchers, and has them fetch some pages that nobody is shown: classes that are loaded, workers that start and names that are
 * looked up are not what a round is about.
 *
 * @param stub where pages come from, over plain HTTP
 * @param overTls a stub that speaks HTTPS; empty where no page of the show does
 * @param certificate what that one shows
 */
record WarmUp(URI stub, Optional<URI> overTls, Optional<X509Certificate> certificate) {
    /** How many pages a fetcher fetches at least, and how often all that it can have in flight. */
    private static final int PAGES = 100;

    private static final int WAVES = 3;

    private static final int PAGE_BYTES = 1024;

    /** A new connection for each page, as one of somebody else's has, too. */
    private static final Fault CLOSING = new Fault(Fault.OK, Fault.Reset.NONE, 0, 0, true, false);

    private static final int WAVE_SECONDS = 10;

    /** One that fetches from a stub only over plain HTTP. */
    WarmUp(URI stub) {
        this(stub, Optional.empty(), Optional.empty());
    }

    /** A fetcher for the pages of {@code round}, warm. */
    Fetcher open(Entry entry, Round round, Duration timeout) throws InterruptedException {
        int pages = round.pages().size();
        if (round.held()) return warm(entry.open(entry.stub(stub, pages, timeout, Optional.empty())), stub, pages);
        lookUp(round);
        boolean secure = round.overTls();
        URI at = secure ? overTls.orElseThrow() : stub;
        Optional<X509Certificate> trusted = secure ? certificate : Optional.empty();
        if (entry.model().severalHosts())
            return warm(entry.open(entry.anywhere(round.base(), pages, timeout, trusted)), at, pages);
        // It can only fetch from where it is opened for.
        warm(entry.open(entry.stub(at, pages, timeout, trusted)), at, pages).close();
        return entry.open(entry.anywhere(round.base(), pages, timeout, Optional.empty()));
    }

    private static Fetcher warm(Fetcher fetcher, URI at, int pages) throws InterruptedException {
        int places = places(fetcher, pages);
        int waves = Math.max(WAVES, (PAGES + places - 1) / places);
        Fault fault = at.getScheme().equals("https") ? CLOSING : Fault.NONE;
        try {
            for (int i = 0; i < waves; i++) wave(fetcher, at, places, fault);
            return fetcher;
        } catch (RuntimeException e) {
            fetcher.close();
            throw e;
        }
    }

    private static int places(Fetcher fetcher, int pages) {
        return Math.min(pages, fetcher.limit());
    }

    private static void wave(Fetcher fetcher, URI at, int places, Fault fault) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(places);
        for (int i = 0; i < places; i++) fetcher.fetch(Page.of(at, i, 0, PAGE_BYTES, fault), counting(left));
        left.await(WAVE_SECONDS, TimeUnit.SECONDS);
    }

    private static Completion counting(CountDownLatch left) {
        return new Completion() {
            @Override
            public void done(int status, long bytes, long head) {
                left.countDown();
            }

            @Override
            public void failed(Throwable cause) {
                left.countDown();
            }
        };
    }

    /** The JDK remembers addresses for a while. */
    private static void lookUp(Round round) {
        round.pages().stream().map(page -> page.uri().getHost()).distinct().forEach(host -> {
            try {
                InetAddress.getAllByName(host);
            } catch (UnknownHostException e) {
                // The pages will say so.
                return;
            }
        });
    }
}
