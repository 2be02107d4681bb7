package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private final Stub stub = Stub.start(StubOptions.DEFAULT);

    @AfterEach
    void stop() {
        stub.close();
    }

    /** Asks on a connection of its own. */
    private Socket ask(String target) throws IOException {
        Socket socket = new Socket(stub.uri().getHost(), stub.uri().getPort());
        socket.setSoTimeout(20_000);
        String request = "GET " + target + " HTTP/1.1\r\nHost: stub\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void status_isAnswered_withThePagesContent_onAConnectionThatLivesOn() throws Exception {
        try (Client client = new Client(stub.uri())) {
            for (int status : new int[] {503, 404, 400, 599}) {
                Client.Answer answer = client.get("/page/17?size=100&status=" + status);
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo(ContentTest.page(17, 100));
            }
            assertThat(client.get("/page/1").status()).isEqualTo(200);
        }
        assertThat(stub.stats().connectionsOpened()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&delay=20ms", "&stall=20ms&status=503", "&size=1MiB"})
    void resetOfHeaders_isAReset_beforeAnyByte(String more) throws Exception {
        try (Socket socket = ask("/page/1?reset=headers" + more)) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        awaitRest(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', 0",
        "1024, '', 512",
        "1024, &delay=10ms, 512",
        "40000, '', 20000",
        "1024, &drip=1ms, 512",
        "1024, &close=1, 512"
    })
    void resetOfBody_isAReset_afterTheHeadersAndHalfOfTheBody(int size, String more, int half) throws Exception {
        byte[] expected = ContentTest.page(1, half);
        try (Socket socket = ask("/page/1?reset=body&size=" + size + more)) {
            InputStream in = socket.getInputStream();
            assertThat(header(in)).startsWith("HTTP/1.1 200 OK\r\n").contains("Content-Length: " + size);
            assertThat(in.readNBytes(half)).isEqualTo(expected);
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        awaitRest(1);
    }

    @Test
    void resetOfBody_chunked_hasNoLastChunk() throws Exception {
        try (Socket socket = ask("/page/1?reset=body&chunked=1&size=1024")) {
            InputStream in = socket.getInputStream();
            assertThat(header(in)).containsIgnoringCase("Transfer-Encoding: chunked");
            byte[] half = new byte[3 + 2 + 512];
            in.readNBytes(half, 0, half.length);
            assertThat(new String(half, 0, 3, StandardCharsets.US_ASCII)).isEqualTo("200");
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void close_isSaidAndDone() throws Exception {
        try (Socket socket = ask("/page/1?size=8&close=1")) {
            InputStream in = socket.getInputStream();
            assertThat(header(in)).contains("Connection: close").contains("Content-Length: 8");
            assertThat(in.readAllBytes()).isEqualTo(ContentTest.page(1, 8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=0", "size=1000", "size=1000&drip=1ms", "size=100000", "size=100&status=500"})
    void chunked_saysNoLength_andIsWhole(String query) throws Exception {
        int size = Integer.parseInt(query.replaceAll("size=(\\d+).*", "$1"));
        try (Socket socket = ask("/page/5?chunked=1&close=1&" + query)) {
            InputStream in = socket.getInputStream();
            assertThat(header(in))
                    .containsIgnoringCase("Transfer-Encoding: chunked")
                    .doesNotContainIgnoringCase("Content-Length");
            assertThat(dechunked(in)).isEqualTo(ContentTest.page(5, size));
            assertThat(in.read()).isNegative();
        }
    }

    @Test
    void stall_isSilence_inAdditionToTheDelay() throws Exception {
        try (Client client = new Client(stub.uri())) {
            client.get("/page/1");
            long begin = System.nanoTime();
            assertThat(client.get("/page/1?delay=30ms&stall=40ms").status()).isEqualTo(200);
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(70_000_000);
        }
    }

    @Test
    void drip_comesInSixteenPieces_oneForEachInterval() throws Exception {
        long begin = System.nanoTime();
        try (Socket socket = ask("/page/3?size=1600&drip=10ms&delay=20ms")) {
            InputStream in = socket.getInputStream();
            assertThat(header(in)).contains("Content-Length: 1600");
            byte[] body = new byte[1600];
            for (int piece = 0; piece < Fault.PIECES; piece++) {
                in.readNBytes(body, 100 * piece, 100);
                assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo((20 + 10 * piece) * 1_000_000L);
            }
            assertThat(body).isEqualTo(ContentTest.page(3, 1600));
        }
    }

    @Test
    void hundredsOfDrippingAndStalledPages_occupyNoThread() throws Exception {
        int before = Thread.activeCount();
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 300; i++)
            sockets.add(ask("/page/" + i + (i % 2 == 0 ? "?size=64KiB&drip=100ms" : "?stall=1s")));
        for (int i = 0; i < 200 && stub.stats().inFlight() < 300; i++) Thread.sleep(5);
        assertThat(stub.stats().inFlight()).isEqualTo(300);
        assertThat(Thread.activeCount() - before).isLessThan(20);
        for (int i = 0; i < 300; i++)
            try (Socket socket = sockets.get(i)) {
                header(socket.getInputStream());
                int size = i % 2 == 0 ? 64 * 1024 : 1024;
                assertThat(socket.getInputStream().readNBytes(size)).isEqualTo(ContentTest.page(i, size));
            }
        awaitRest(300);
    }

    @Test
    void pagesWithFaults_areCounted_andTheirOwnTimeIsNoLateness() throws Exception {
        try (Client client = new Client(stub.uri())) {
            client.get("/page/1?stall=300ms");
            client.get("/page/1?size=1600&drip=20ms");
            client.get("/page/1?stall=300ms&status=503");
        }
        ask("/page/1?stall=300ms&reset=headers").getInputStream().close();
        for (int i = 0; i < 400 && stub.stats().histogram().getTotalCount() < 4; i++) Thread.sleep(5);
        assertThat(stub.stats().requests()).isEqualTo(4);
        assertThat(stub.stats().histogram().getTotalCount()).isEqualTo(4);
        assertThat(stub.stats().histogram().getMinValue())
                .as("of the one that was least late; each of them took 300 ms on purpose")
                .isLessThan(250_000_000);
        assertThat(stub.stats().inFlight()).isZero();
    }

    @Test
    void clientThatGoesAwayWhileItsPageDrips_leavesNothingBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            Socket gone = ask("/page/1?size=64KiB&drip=10ms");
            gone.getInputStream().read();
            gone.close();
        }
        awaitRest(20);
    }

    private void awaitRest(long requests) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            if (stub.stats().requests() == requests && stub.stats().inFlight() == 0) return;
            Thread.sleep(5);
        }
        assertThat(stub.stats().requests()).isEqualTo(requests);
        assertThat(stub.stats().inFlight()).isZero();
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

    private static byte[] dechunked(InputStream in) throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(length));
            assertThat(line(in)).isEmpty();
            if (length == 0) return body.toByteArray();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) if (c != '\r') line.append((char) c);
        return line.toString();
    }
}
