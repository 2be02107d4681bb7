package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.stub.Fault;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubStats;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every IO model must do that says it can fetch over TLS, against real stubs. */
@ParameterizedClass
@MethodSource("models")
class TlsContractTest {
    private static final Duration PATIENT = Duration.ofSeconds(50);
    private static final StubOptions TLS = StubOptions.over(true);

    private static Stub stub;
    private static Stub other;

    private final IoModel model;
    private final String argument;

    TlsContractTest(String named) {
        String[] parts = named.split(":");
        model = Models.named(parts[0]);
        argument = parts.length > 1 ? parts[1] : "";
        assumeTrue(model.minimumJdk() <= Runtime.version().feature(), "this JDK is too old for it");
    }

    @BeforeAll
    static void start() {
        stub = Stub.start(TLS);
        other = Stub.start(TLS);
    }

    @AfterAll
    static void stop() {
        stub.close();
        other.close();
    }

    static Stream<String> models() {
        return Models.all().stream()
                .filter(IoModel::tls)
                .map(IoModel::name)
                .filter(name -> !name.equals("noop"))
                .map(name -> name.equals("process-pool") ? "process-pool:2" : name);
    }

    @Test
    void everyPage_comesBackRight_overConnectionsThatShakeHandsOnce() {
        StubStats before = stub.stats();
        try (Fetcher fetcher = open(stub, stub, 8)) {
            List<Page> pages = IntStream.range(0, 200)
                    .mapToObj(n -> Page.of(stub.uri(), n, 1_000_000, n % 5 == 0 ? 100_000 : 1024))
                    .toList();
            List<Heard> heard =
                    pages.stream().map(page -> Heard.of(fetcher, page)).toList();
            for (int i = 0; i < pages.size(); i++) heard.get(i).isPage(pages.get(i));
            var interval = stub.stats().since(before);
            assertThat(interval.connectionsOpened()).isBetween(1L, (long) Math.min(8, fetcher.limit()));
            assertThat(interval.handshakes()).hasSize(1);
            assertThat(interval.handshakes().values()).containsExactly(interval.connectionsOpened());
        }
    }

    @Test
    void certificateOfAnotherStub_isNotTrusted_andNoPageIsAskedFor() {
        StubStats before = other.stats();
        try (Fetcher fetcher = open(other, stub, 4)) {
            for (int i = 0; i < 5; i++)
                Heard.of(fetcher, Page.of(other.uri(), i, 0, 10)).isFailure(Failure.OTHER);
        }
        var interval = other.stats().since(before);
        assertThat(interval.requests()).isZero();
        assertThat(interval.handshakes()).isEmpty();
    }

    @Test
    void everyFault_isWhatItIsOverPlainHttp_andThePageAfterItIsRight() {
        StubStats before = stub.stats();
        try (Fetcher fetcher = open(stub, stub, 1)) {
            for (Fault fault : ContractFaultsTest.ALL)
                for (Fault one : List.of(fault, Fault.NONE)) {
                    Page page = Page.of(stub.uri(), 7, 0, 4096, one);
                    ContractFaultsTest.isAsTold(Heard.of(fetcher, page), page);
                }
            // This client asks once more of its own accord when a connection breaks, and cannot be kept from it.
            if (!model.name().equals("url-connection"))
                assertThat(stub.stats().since(before).requests())
                        .as("no hidden retries")
                        .isEqualTo(2L * ContractFaultsTest.ALL.size());
        }
    }

    @Test
    void closing_leavesNoConnectionsAndNoThreads_andIsSilent() {
        fetchOne();
        long before = Sockets.open();
        List<Heard> late;
        try (Fetcher fetcher = open(stub, stub, 8)) {
            List<Heard> idle = IntStream.range(0, 8)
                    .mapToObj(n -> Heard.of(fetcher, Page.of(stub.uri(), n, 1_000_000, 8)))
                    .toList();
            idle.forEach(Heard::await);
            assertThat(Sockets.open()).isGreaterThan(before);
            late = List.of(Heard.of(fetcher, Page.of(stub.uri(), 1, 300_000_000, 8)));
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith(model.name()));
        until("no sockets left", () -> Sockets.open() <= before);
        assertThat(late).allSatisfy(one -> assertThat(one.times).hasValue(0));
    }

    /** The JDK opens a pair of sockets for itself when the first one is closed, and keeps it. */
    private void fetchOne() {
        try (Fetcher fetcher = open(stub, stub, 1)) {
            Heard.of(fetcher, Page.of(stub.uri(), 1, 0, 8)).await();
        }
    }

    /** A fetcher of {@code at}'s pages that trusts {@code whom}. */
    private Fetcher open(Stub at, Stub whom, int inFlight) {
        return model.open(
                new FetcherConfig(at.uri(), model.resolve(argument, inFlight), inFlight, PATIENT, whom.certificate()));
    }
}
