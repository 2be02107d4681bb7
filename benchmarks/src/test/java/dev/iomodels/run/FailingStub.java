package dev.iomodels.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.iomodels.stub.Stub;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Tells of itself what a real stub tells, answers pages that are to be held back for 5 ms with status 500, and one of a
 * hundred that are to be held back for 7 ms with another page. */
record FailingStub(HttpServer server) implements AutoCloseable {

    static FailingStub before(Stub stub) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", FailingStub::page);
        server.createContext("/stats", exchange -> {
            try (InputStream stats = stub.uri().resolve("/stats").toURL().openStream()) {
                answer(exchange, 200, stats.readAllBytes());
            }
        });
        server.start();
        return new FailingStub(server);
    }

    private static void page(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getQuery().contains("delay=5000us")) {
            answer(exchange, 500, new byte[0]);
            return;
        }
        String path = exchange.getRequestURI().getPath();
        long number = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        boolean wrong = exchange.getRequestURI().getQuery().contains("delay=7") && number % 100 == 0;
        answer(
                exchange,
                200,
                ByteBuffer.allocate(1024).putLong(wrong ? number + 1 : number).array());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
