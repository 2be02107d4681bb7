package dev.iomodels.cli;

import dev.iomodels.stub.StubCertificate;
import dev.iomodels.stub.StubStats;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The address of a stub that runs already. */
final class StubAddress {
    private StubAddress() {}

    /** {@code http://127.0.0.1:8080}, or with {@code https}. @throws IllegalArgumentException if it is anything else */
    static URI parse(String text) {
        URI uri = uri(text);
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getPort() < 0
                || !uri.getPath().isEmpty() && !uri.getPath().equals("/"))
            throw new IllegalArgumentException(complaint(text));
        return URI.create(uri.getScheme() + "://" + uri.getAuthority());
    }

    /** The same, of a stub that answers, over TLS or not. @throws IllegalArgumentException if none does */
    static URI answering(String text, boolean tls) {
        URI uri = parse(text);
        if (tls != uri.getScheme().equals("https"))
            throw new IllegalArgumentException("\"" + text + "\": "
                    + (tls
                            ? "with --tls it takes a stub that speaks HTTPS, such as https://127.0.0.1:8443"
                            : "over HTTPS only with --tls; try --tls --stub " + text));
        try {
            StubStats.read(uri, tls ? Optional.of(StubCertificate.shownBy(uri)) : Optional.empty());
            return uri;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\": no stub answers there (" + e.getMessage()
                            + "); start one with: java -jar server-stub/target/server-stub.jar --port "
                            + (tls ? "8443 --tls" : "8080"),
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
        return "\"" + text
                + "\": no address of a stub; it is http://HOST:PORT or, with --tls, https://HOST:PORT, for example http://127.0.0.1:8080";
    }
}
