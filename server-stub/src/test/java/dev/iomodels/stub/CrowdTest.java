package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Client and stub have a limit of open files each, so that they must be two processes. */
@EnabledOnOs(OS.LINUX)
class CrowdTest {
    private static final long MAX_RESIDENT_KIB = 3 << 19;

    @Test
    void pages_1000HeldBackAtOnce_allComeBack() throws Exception {
        hold(1_000, "5s");
    }

    @Test
    @Tag("thorough")
    void pages_15000HeldBackAtOnce_takeLessThanOneAndAHalfGiB() throws Exception {
        hold(15_000, "60s");
    }

    private static void hold(int pages, String delay) throws Exception {
        List<SocketChannel> clients = new ArrayList<>();
        try (StubProcess stub =
                StubProcess.start(StubProcessTest.JAVA, List.of(), StubProcess.JVM_ARGS, StubOptions.DEFAULT)) {
            InetSocketAddress address =
                    new InetSocketAddress(stub.uri().getHost(), stub.uri().getPort());
            for (int i = 0; i < pages; i++) {
                SocketChannel client = SocketChannel.open(address);
                clients.add(client);
                // What a connection has fetched before counts too: the server may keep something of it.
                ask(client, i, "0");
                assertThat(number(client)).isEqualTo(i);
                ask(client, i, delay);
            }
            awaitInFlight(stub, pages);
            assertThat(residentKib(stub)).as("while held back").isLessThan(MAX_RESIDENT_KIB);
            for (int i = 0; i < pages; i++) assertThat(number(clients.get(i))).isEqualTo(i);
            awaitInFlight(stub, 0);
            assertThat(residentKib(stub)).as("after they left").isLessThan(MAX_RESIDENT_KIB);
            assertThat(StubStats.read(stub.uri()).histogram().getTotalCount()).isEqualTo(2L * pages);
        } finally {
            for (SocketChannel client : clients) client.close();
        }
    }

    private static void ask(SocketChannel client, int page, String delay) throws IOException {
        String request = "GET /page/" + page + "?delay=" + delay + "&size=1024 HTTP/1.1\r\nHost: stub\r\n"
                + "User-Agent: crowd\r\nConnection: keep-alive\r\n\r\n";
        client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void awaitInFlight(StubProcess stub, long count) throws IOException, InterruptedException {
        long inFlight = -1;
        for (int i = 0; i < 500 && inFlight != count; i++) {
            inFlight = StubStats.read(stub.uri()).inFlight();
            Thread.sleep(20);
        }
        assertThat(inFlight).isEqualTo(count);
    }

    private static long residentKib(StubProcess stub) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + stub.process().pid() + "/status")).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        System.out.println("stub " + line);
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** The number that the page's body begins with, read to its end. */
    private static long number(SocketChannel client) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(4096);
        while (true) {
            if (client.read(answer) < 0) throw new IOException("cut off");
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n") + 4;
            if (body > 3 && answer.position() == body + 1024) return answer.getLong(body);
        }
    }
}
