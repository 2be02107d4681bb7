package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults over TLS are those of plain HTTP: what is reset is the connection below. */
class FaultTlsTest {
    private static Stub stub;
    private static SSLSocketFactory tls;

    private long before;

    @BeforeAll
    static void start() {
        stub = Stub.start(StubOptions.over(true));
        tls = StubCertificate.trusted(stub.certificate().orElseThrow()).getSocketFactory();
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    @BeforeEach
    void count() {
        before = stub.stats().requests();
    }

    private static Socket ask(String target) throws IOException {
        Socket socket = tls.createSocket(stub.uri().getHost(), stub.uri().getPort());
        socket.setSoTimeout(20_000);
        String request = "GET " + target + " HTTP/1.1\r\nHost: stub\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&delay=20ms", "&stall=20ms&status=503"})
    void resetOfHeaders_isAReset_notTheEndOfATlsSession(String more) throws Exception {
        try (Socket socket = ask("/page/1?reset=headers" + more)) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        awaitRest();
    }

    @ParameterizedTest
    @CsvSource({"1024, '', 512", "40000, '', 20000", "1024, &drip=1ms, 512", "1024, &close=1, 512"})
    void resetOfBody_isAReset_afterTheHeadersAndHalfOfTheBody(int size, String more, int half) throws Exception {
        try (Socket socket = ask("/page/1?reset=body&size=" + size + more)) {
            InputStream in = socket.getInputStream();
            assertThat(header(in)).startsWith("HTTP/1.1 200 OK\r\n").contains("Content-Length: " + size);
            assertThat(in.readNBytes(half)).isEqualTo(ContentTest.page(1, half));
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        awaitRest();
    }

    @Test
    void statusAndStallAndDrip_leaveTheConnectionAndItsHandshake() throws Exception {
        StubStats reading = stub.stats();
        try (Client client = Client.trusting(stub.certificate().orElseThrow(), stub.uri())) {
            assertThat(client.get("/page/17?size=100&status=503").status()).isEqualTo(503);
            long stalled = System.nanoTime();
            assertThat(client.get("/page/17?size=100&stall=40ms").body()).isEqualTo(ContentTest.page(17, 100));
            assertThat(System.nanoTime() - stalled).isGreaterThanOrEqualTo(40_000_000);
            long dripped = System.nanoTime();
            assertThat(client.get("/page/3?size=1600&drip=4ms").body()).isEqualTo(ContentTest.page(3, 1600));
            assertThat(System.nanoTime() - dripped).isGreaterThanOrEqualTo((Fault.PIECES - 1) * 4_000_000L);
        }
        StubInterval interval = stub.stats().since(reading);
        assertThat(interval.connectionsOpened()).isEqualTo(1);
        assertThat(interval.handshakes().values()).containsExactly(1L);
    }

    @Test
    void close_isSaidAndDone_andTheTlsSessionEndsInOrder() throws Exception {
        try (Socket socket = ask("/page/1?size=8&close=1")) {
            InputStream in = socket.getInputStream();
            assertThat(header(in)).contains("Connection: close").contains("Content-Length: 8");
            assertThat(in.readAllBytes()).isEqualTo(ContentTest.page(1, 8));
        }
    }

    @Test
    void chunked_saysNoLength_andIsWhole() throws Exception {
        try (Socket socket = ask("/page/5?chunked=1&close=1&size=16")) {
            InputStream in = socket.getInputStream();
            assertThat(header(in))
                    .containsIgnoringCase("Transfer-Encoding: chunked")
                    .doesNotContainIgnoringCase("Content-Length");
            assertThat(new String(in.readNBytes(4), StandardCharsets.US_ASCII)).isEqualTo("10\r\n");
            assertThat(in.readNBytes(16)).isEqualTo(ContentTest.page(5, 16));
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("\r\n0\r\n\r\n");
        }
    }

    private void awaitRest() throws InterruptedException {
        for (int i = 0; i < 1000 && stub.stats().inFlight() > 0; i++) Thread.sleep(5);
        assertThat(stub.stats().inFlight()).isZero();
        assertThat(stub.stats().requests() - before).isEqualTo(1);
    }

    private static String header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            assertThat(c).as("after %s", header).isNotNegative();
            header.append((char) c);
        }
        return header.toString();
    }
}
