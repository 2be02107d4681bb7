package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A closed fetcher leaves nothing behind. One model after another: what is counted belongs to the whole JVM. */
class ContractClosingTest {

    @ParameterizedTest
    @MethodSource("dev.iomodels.fetch.Subject#all")
    void closing_whileInFlight_leavesNothingBehind_andIsSilent(Subject subject) {
        openWhatTheJvmKeepsOpen(subject);
        long socketsBefore = Held.sockets();
        List<Heard> heard;
        Fetcher closed;
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            try (Fetcher fetcher = subject.open(stub.uri(), 8)) {
                heard = IntStream.range(0, subject.hasNetwork() ? 20 : 0)
                        .mapToObj(n -> Heard.of(fetcher, Page.of(stub.uri(), n, Subject.LONG_NANOS, 8)))
                        .toList();
                int inFlight = Math.min(heard.size(), fetcher.limit());
                until("all in flight", () -> stub.stats().inFlight() == inFlight);
                closed = fetcher;
            }
            assertThat(Held.threads(subject)).isEmpty();
            assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                    .isEmpty();
            Heard late = Heard.of(closed, Page.of(stub.uri(), 1, 0, 8));
            closed.close();
            Heard.pause(200);
            assertThat(late.times).hasValue(0);
            assertThat(heard).allSatisfy(one -> assertThat(one.times).hasValue(0));
        }
        until("no sockets left", () -> Held.sockets() <= socketsBefore);
    }

    @ParameterizedTest
    @MethodSource("dev.iomodels.fetch.Subject#all")
    void closing_whileIdle_leavesNoConnections(Subject subject) {
        subject.assumeNetwork();
        openWhatTheJvmKeepsOpen(subject);
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            long before = Sockets.open();
            try (Fetcher fetcher = subject.open(stub.uri(), 8)) {
                List<Heard> heard = IntStream.range(0, 8)
                        .mapToObj(n -> Heard.of(fetcher, Page.of(stub.uri(), n, 1_000_000, 8)))
                        .toList();
                heard.forEach(Heard::await);
                assertThat(Sockets.open()).isGreaterThan(before);
            }
            until("no sockets left", () -> Sockets.open() <= before);
        }
    }

    /** The JDK opens a pair of sockets for itself when the first one is closed, and keeps it. */
    private static void openWhatTheJvmKeepsOpen(Subject subject) {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 1)) {
            Page page = Page.of(stub.uri(), 1, 0, 8);
            Heard.of(fetcher, page).isPage(page);
        }
    }
}
