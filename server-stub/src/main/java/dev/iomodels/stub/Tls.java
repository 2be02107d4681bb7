package dev.iomodels.stub;

import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How the stub speaks TLS. */
final class Tls {
    /** One for all clients, or JDKs and libraries would be compared that agree on different ones. */
    private static final String PROTOCOL = "TLSv1.3";

    private Tls() {}

    /** What is to stand before {@code http}: shows who {@code identity} says, and has {@code counters} count handshakes. */
    static ConnectionFactory before(HttpConnectionFactory http, Identity identity, Counters counters) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(identity.store());
        context.setKeyStorePassword(identity.password());
        context.setIncludeProtocols(PROTOCOL);
        SslConnectionFactory factory = new SslConnectionFactory(context, http.getProtocol());
        // It would look for a server's name in every request, and an address is none.
        factory.setEnsureSecureRequestCustomizer(false);
        factory.addBean(new SslHandshakeListener() {
            @Override
            public void handshakeSucceeded(Event event) {
                counters.handshake(agreed(event.getSSLEngine()));
            }
        });
        return factory;
    }

    /** What the handshake of {@code connection} agreed on; empty over plain HTTP. */
    static Optional<String> agreed(ConnectionMetaData connection) {
        return connection.getConnection().getEndPoint() instanceof SslConnection.SslEndPoint end
                ? Optional.of(agreed(end.getSslConnection().getSSLEngine()))
                : Optional.empty();
    }

    private static String agreed(SSLEngine engine) {
        SSLSession session = engine.getSession();
        return session.getProtocol() + " " + session.getCipherSuite();
    }
}
