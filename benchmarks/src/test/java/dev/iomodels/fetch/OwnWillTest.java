package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients would do unasked: try again, wait for ever for the rest of a body, forget connections. */
class OwnWillTest {
    /** The last number: how often a request is sent whose connection is reset. */
    @ParameterizedTest
    @CsvSource({
        "selector, 1",
        "netty, 1",
        "jdk-client, 1",
        "jdk-client-virtual, 1",
        "virtual-thread, 1",
        "url-connection, 2"
    })
    void resetConnection_isTriedAgainByNobody_butByUrlConnection(String name, int times) throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread accepting = new Thread(() -> resetAll(server, connections), "resetting-server");
            accepting.setDaemon(true);
            accepting.start();
            URI base = URI.create("http://127.0.0.1:" + server.getLocalPort());
            try (Fetcher fetcher = open(name, base, Duration.ofSeconds(20))) {
                Heard.of(fetcher, Page.of(base, 1, 0, 10)).isFailure(Failure.RESET);
            }
        }
        assertThat(connections).hasValue(times);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"selector", "netty", "jdk-client", "jdk-client-virtual", "virtual-thread", "url-connection"})
    void bodyThatStops_isATimeout_andForgotten(String name) throws IOException {
        String stops = FaultyServer.OK.substring(0, FaultyServer.OK.length() - 3);
        try (FaultyServer server = new FaultyServer(0, Map.of("/stops", stops));
                Fetcher fetcher = open(name, server.uri(), Duration.ofMillis(300))) {
            Heard.of(fetcher, server.page("/stops")).isFailure(Failure.TIMEOUT);
            assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
        }
    }

    /** The clients read them once in a JVM, when they are first used. */
    @Test
    void settingsOfTheJdksClients_areMade_whereNobodyElseMadeThem() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher one = open("url-connection", stub.uri(), Duration.ofSeconds(20));
                Fetcher other = open("jdk-client", stub.uri(), Duration.ofSeconds(20))) {
            Page page = Page.of(stub.uri(), 1, 0, 10);
            Heard.of(one, page).isPage(page);
            Heard.of(other, page).isPage(page);
        }
        assertThat(System.getProperty("http.maxConnections")).isEqualTo("100000");
        assertThat(System.getProperty("jdk.httpclient.redirects.retrylimit")).isEqualTo("1");
    }

    private static Fetcher open(String name, URI base, Duration timeout) {
        IoModel model = Models.named(name);
        assumeTrue(model.minimumJdk() <= Runtime.version().feature(), "no such model on this JDK");
        return model.open(new FetcherConfig(base, model.resolve("", 2), 2, timeout));
    }

    private static void resetAll(ServerSocket server, AtomicInteger connections) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                socket.getInputStream().read(new byte[1000]);
                socket.setSoLinger(true, 0);
            } catch (IOException closed) {
                // The loop ends with its server.
            }
        }
    }
}
