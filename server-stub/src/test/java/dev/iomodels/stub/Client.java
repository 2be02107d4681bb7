package dev.iomodels.stub;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a stub, for tests: says and shows exactly what goes over the wire. */
final class Client implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    Client(URI stub) throws IOException {
        this(new Socket(stub.getHost(), stub.getPort()));
    }

    /** Over TLS, with a stub that has to show this. */
    static Client trusting(X509Certificate certificate, URI stub) throws IOException {
        return new Client(
                StubCertificate.trusted(certificate).getSocketFactory().createSocket(stub.getHost(), stub.getPort()));
    }

    private Client(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer get(String target) throws IOException {
        send("GET", target);
        return receive();
    }

    void send(String method, String target) throws IOException {
        String request = method + " " + target + " HTTP/1.1\r\nHost: stub\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    Answer receive() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = new byte[Integer.parseInt(headers.get("content-length"))];
        in.readFully(body);
        return new Answer(status, headers, body);
    }

    /** Bytes that came after the last answer. */
    int unread() throws IOException {
        return in.available();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
