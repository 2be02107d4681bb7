package dev.iomodels.cli;

import dev.iomodels.stub.StubStats;
import java.io.IOException;
import java.net.URI;

/** The address of a stub that runs already. */
final class StubAddress {
    private StubAddress() {}

    /** {@code http://127.0.0.1:8080}. @throws IllegalArgumentException if it is anything else */
    static URI parse(String text) {
        URI uri = uri(text);
        if (!"http".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getPort() < 0
                || !uri.getPath().isEmpty() && !uri.getPath().equals("/"))
            throw new IllegalArgumentException(complaint(text));
        return URI.create("http://" + uri.getAuthority());
    }

    /** The same, of a stub that answers. @throws IllegalArgumentException if none does */
    static URI answering(String text) {
        URI uri = parse(text);
        try {
            StubStats.read(uri);
            return uri;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\": no stub answers there (" + e.getMessage()
                            + "); start one with: java -jar server-stub/target/server-stub.jar --port 8080",
                    e);
        }
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(complaint(text), e);
        }
    }

    private static String complaint(String text) {
        return "\"" + text + "\": no address of a stub; it is http://HOST:PORT, for example http://127.0.0.1:8080";
    }
}
