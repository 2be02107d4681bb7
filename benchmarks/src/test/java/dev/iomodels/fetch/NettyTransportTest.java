package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Fault;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import io.netty.channel.epoll.Epoll;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Netty waits with: epoll where there is one, and Java's own selector in a JVM that is told of none. */
class NettyTransportTest {
    @Test
    void limits_sayWhatItWaitsWith() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Subject.of("netty:2").open(stub.uri(), 8)) {
            assertThat(fetcher.limits()).contains("2 event loops, " + (Epoll.isAvailable() ? "epoll" : "NIO") + "; 8 ");
        }
    }

    @Test
    @Tag("thorough")
    void withoutEpoll_pagesAndFaultsAreTheSame_overTlsAndWithout() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dio.netty.transport.noNative=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutEpoll.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("http: 2 event loops, NIO; 8 connections, threads left: []")
                .contains("https: 2 event loops, NIO; 8 connections, threads left: []");
    }

    /** What runs in that JVM. */
    static final class WithoutEpoll {
        private WithoutEpoll() {}

        public static void main(String[] none) {
            for (boolean tls : new boolean[] {false, true}) {
                try (Stub stub = Stub.start(StubOptions.over(tls))) {
                    FetcherConfig config = new FetcherConfig(stub.uri(), "2", 8, Subject.PATIENT, stub.certificate());
                    Subject netty = Subject.of("netty:2");
                    String limits;
                    try (Fetcher fetcher = netty.model().open(config)) {
                        limits = fetcher.limits();
                        fetch(fetcher, stub);
                    }
                    System.out.println(
                            stub.uri().getScheme() + ": " + limits + ", threads left: " + Held.threads(netty));
                }
            }
            System.exit(0);
        }

        private static void fetch(Fetcher fetcher, Stub stub) {
            List<Page> pages = IntStream.range(0, 200)
                    .mapToObj(n -> Page.of(stub.uri(), n, 1_000_000, n % 5 == 0 ? 100_000 : 1024, fault(n)))
                    .toList();
            List<Heard> heard =
                    pages.stream().map(page -> Heard.of(fetcher, page)).toList();
            for (int i = 0; i < pages.size(); i++) ContractFaultsTest.isAsTold(heard.get(i), pages.get(i));
        }

        /** Each in turn, and none on every second page. */
        private static Fault fault(int number) {
            return number % 2 == 0
                    ? Fault.NONE
                    : ContractFaultsTest.ALL.get(number / 2 % ContractFaultsTest.ALL.size());
        }
    }
}
