package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.stub.Fault;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every IO model makes of pages that go wrong on purpose: the kind of failure, then business as usual. */
class ContractFaultsTest {
    private static final Fault STATUS = new Fault(503, Fault.Reset.NONE, 0, 0, false, false);
    private static final Fault RESET = new Fault(200, Fault.Reset.HEADERS, 0, 0, false, false);
    private static final Fault CUT = new Fault(200, Fault.Reset.BODY, 0, 0, false, false);
    private static final Fault DRIP = new Fault(200, Fault.Reset.NONE, 0, 1_000_000, false, false);
    private static final Fault CLOSE = new Fault(200, Fault.Reset.NONE, 0, 0, true, false);
    private static final Fault CHUNKED = new Fault(200, Fault.Reset.NONE, 0, 0, false, true);
    /** One of each kind. */
    static final List<Fault> ALL = List.of(STATUS, RESET, CUT, DRIP, CLOSE, CHUNKED, CLOSE.and(CHUNKED));

    private static Page page(Stub stub, int number, Fault fault) {
        return Page.of(stub.uri(), number, 500_000, 4096, fault);
    }

    private static Fault stall(Duration time) {
        return new Fault(200, Fault.Reset.NONE, time.toNanos(), 0, false, false);
    }

    /** Hears of a page what its fault says. */
    static void isAsTold(Heard heard, Page page) {
        if (page.fault().reset() != Fault.Reset.NONE) {
            heard.isFailure(Failure.RESET);
        } else if (page.fault().fails()) {
            assertThat(heard.await().cause).isNull();
            assertThat(heard.status).isEqualTo(page.fault().status());
            assertThat(heard.bytes).isEqualTo(page.size());
            assertThat(heard.head).isEqualTo(page.head());
        } else {
            heard.isPage(page);
        }
    }

    @EachModel
    void everyFault_isWhatItIs_andThePageAfterItIsRight(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 1)) {
            for (int round = 0; round < 3; round++)
                for (Fault fault : ALL)
                    for (Fault one : List.of(fault, fault, Fault.NONE)) {
                        Page page = page(stub, 7, one);
                        isAsTold(Heard.of(fetcher, page), page);
                    }
            // This client asks once more of its own accord when a connection breaks, and cannot be kept from it.
            if (!subject.model().name().equals("url-connection"))
                assertThat(stub.stats().requests()).as("no hidden retries").isEqualTo(3L * ALL.size() * 3);
        }
    }

    @EachModel
    void stall_isWaitedFor_orATimeout_andForgotten(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher patient = subject.open(stub.uri(), 1);
                Fetcher hasty = subject.open(stub.uri(), 1, Duration.ofMillis(800))) {
            Page brief = page(stub, 1, stall(Duration.ofMillis(50)));
            long begin = System.nanoTime();
            Heard.of(patient, brief).isPage(brief);
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(50_000_000);
            Heard.of(hasty, page(stub, 1, stall(Duration.ofSeconds(40)))).isFailure(Failure.TIMEOUT);
            Page next = page(stub, 2, Fault.NONE);
            Heard.of(hasty, next).isPage(next);
        }
    }

    @EachModel
    void closedConnections_areOpenedAgain_oneForEachPage(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 1)) {
            for (int i = 0; i < 50; i++) {
                Page page = page(stub, i, CLOSE);
                Heard.of(fetcher, page).isPage(page);
            }
            long opened = stub.stats().connectionsOpened();
            int connections = subject.model().name().equals("process-pool") ? 2 : 1;
            for (int i = 0; i < 50; i++) {
                Page page = page(stub, i, Fault.NONE);
                Heard.of(fetcher, page).isPage(page);
            }
            assertThat(opened).isEqualTo(50);
            assertThat(stub.stats().connectionsOpened() - opened)
                    .as("kept alive again")
                    .isBetween(1L, (long) connections);
        }
    }

    @EachModel
    void hundredsOfFaults_leaveAllConnectionsToBeHad(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 16)) {
            List<Page> pages = IntStream.range(0, 700)
                    .mapToObj(n -> page(stub, n, ALL.get(n % ALL.size())))
                    .toList();
            List<Heard> heard =
                    pages.stream().map(page -> Heard.of(fetcher, page)).toList();
            for (int i = 0; i < pages.size(); i++) isAsTold(heard.get(i), pages.get(i));
            assertThat(heard).allSatisfy(one -> assertThat(one.times).hasValue(1));
            int limit = fetcher.limit();
            assertThat(limit).isBetween(1, 16);
            until("nothing in flight", () -> stub.stats().inFlight() == 0);
            for (int i = 0; i < limit; i++) Heard.of(fetcher, Page.of(stub.uri(), i, Subject.LONG_NANOS, 8));
            until("as many in flight as the limit says", () -> stub.stats().inFlight() == limit);
        }
    }

    @EachModel
    void drippingAndStalledPages_holdUpNoOthers(Subject subject) {
        subject.assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 16)) {
            int limit = fetcher.limit();
            assumeTrue(limit > 1, "one page after another");
            Fault drip = new Fault(200, Fault.Reset.NONE, 0, 3_000_000_000L, false, false);
            List<Heard> slow = Stream.of(drip, stall(Duration.ofSeconds(45)))
                    .flatMap(
                            fault -> Stream.generate(() -> page(stub, 1, fault)).limit(limit / 2))
                    .limit(limit - 1)
                    .map(page -> Heard.of(fetcher, page))
                    .toList();
            until("all slow ones in flight", () -> stub.stats().inFlight() == slow.size());
            for (int i = 0; i < 300; i++) {
                Page quick = page(stub, i, Fault.NONE);
                Heard.of(fetcher, quick).isPage(quick);
            }
            assertThat(slow).allSatisfy(one -> assertThat(one.times).hasValue(0));
        }
    }
}
