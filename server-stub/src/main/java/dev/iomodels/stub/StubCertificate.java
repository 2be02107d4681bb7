package dev.iomodels.stub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificate that a stub shows over TLS: how it is handed on, and how to trust it and no other. */
public final class StubCertificate {
    private static final int TIMEOUT_MILLIS = 10_000;

    private StubCertificate() {}

    /** {@code certificate} as text without blanks: DER in base64. */
    public static String text(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(encoded(certificate));
    }

    /** The certificate of such a text. @throws IllegalArgumentException if it is none */
    public static X509Certificate parse(String text) {
        try {
            byte[] der = Base64.getDecoder().decode(text);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a certificate in base64: " + text, e);
        }
    }

    /** What tells {@code certificate} from others: its SHA-256, in hexadecimal. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** A context that trusts {@code certificate} and nothing else, not even what the JDK trusts. */
    public static SSLContext trusted(X509Certificate certificate) {
        try {
            return context(managers(store(certificate)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot be told whom to trust", e);
        }
    }

    /** A context that trusts {@code certificate} and whom the JDK trusts. */
    public static SSLContext trustedToo(X509Certificate certificate) {
        try {
            KeyStore store = store(certificate);
            // Without a store it is the JDK's own.
            for (TrustManager manager : managers(null))
                if (manager instanceof X509TrustManager usual)
                    for (X509Certificate issuer : usual.getAcceptedIssuers())
                        store.setCertificateEntry(fingerprint(issuer), issuer);
            return context(managers(store));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot tell whom it trusts", e);
        }
    }

    private static KeyStore store(X509Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("stub", certificate);
        return store;
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }

    /**
     * The certificate that the stub at {@code base} shows to whoever asks, for a stub that somebody else started: from then on it
     * is the only one to be trusted.
     *
     * @throws IOException if nobody there shows one within 10 s
     */
    public static X509Certificate shownBy(URI base) throws IOException {
        try {
            SSLContext any = context(new TrustManager[] {new Anybody()});
            return (X509Certificate) handshake(any, base).getPeerCertificates()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /**
     * What this JVM and the stub at {@code base} agree on, which has to show this {@code certificate}: {@code TLSv1.3
     * TLS_AES_256_GCM_SHA384}.
     *
     * @throws IOException if it is another one, or nobody is there within 10 s
     */
    public static String agreed(URI base, X509Certificate certificate) throws IOException {
        SSLSession session = handshake(trusted(certificate), base);
        return session.getProtocol() + " " + session.getCipherSuite();
    }

    private static SSLSession handshake(SSLContext context, URI base) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.startHandshake();
            return socket.getSession();
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    /** Looks at a certificate before anybody trusts it; nothing is sent to whom it is shown by. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // To be looked at only.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
