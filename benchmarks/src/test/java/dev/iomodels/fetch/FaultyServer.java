package dev.iomodels.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on a real socket whose answer depends on the path: some break off, some never come, all others are as told. */
final class FaultyServer implements AutoCloseable {
    /** What is answered where nothing else is told. */
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";

    private final ServerSocket server;
    private final Map<String, String> answers;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    FaultyServer(int port, Map<String, String> answers) {
        this.answers = answers;
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** The page at {@code path}; {@link #OK} is what is expected of it. */
    Page page(String path) {
        return new Page(0, uri().resolve(path), path, 0, 10);
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) socket.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            for (String request = lines.readLine(); request != null; request = lines.readLine()) {
                for (String header = request; !header.isEmpty(); ) header = lines.readLine();
                String path = request.split(" ")[1];
                if (path.equals("/silent")) continue;
                if (path.equals("/reset")) {
                    socket.setSoLinger(true, 0);
                    return;
                }
                String answer = path.equals("/cut") ? OK.substring(0, OK.length() - 3) : answers.getOrDefault(path, OK);
                out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (path.equals("/cut") || path.equals("/close") || path.equals("/endless")) return;
            }
        } catch (IOException gone) {
            // The client closed first.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }
}
