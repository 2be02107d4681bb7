package dev.iomodels.fetch;

import dev.iomodels.stub.StubCertificate;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The terms on which a model fetches: equal for all.
 *
 * @param base where the stub is, or wherever else all pages are: scheme, host and port
 * @param argument what followed the colon in the model's name, as {@link IoModel#resolve resolved}; empty if it takes none
 * @param inFlight how many fetches may be asked for at once: the users, or the in-flight limit; so many connections are allowed
 * @param timeout how long one fetch may take until it fails: connecting, waiting and reading, each
 * @param certificate the one that the stub shows over HTTPS; no other is to be trusted, unless pages are {@code anywhere}
 * @param anywhere whether pages need not be the stub's: then HTTPS trusts whom the JDK trusts too, and what a model that fetches from
 *     {@linkplain IoModel#severalHosts several hosts} is asked for may be elsewhere than {@code base}
 */
public record FetcherConfig(
        URI base,
        String argument,
        int inFlight,
        Duration timeout,
        Optional<X509Certificate> certificate,
        boolean anywhere) {
    public FetcherConfig {
        Objects.requireNonNull(base);
        Objects.requireNonNull(argument);
        Objects.requireNonNull(certificate);
        if (inFlight < 1) throw new IllegalArgumentException("in flight " + inFlight + ": at least 1");
        if (timeout.isNegative() || timeout.isZero())
            throw new IllegalArgumentException("timeout " + timeout + ": more than 0");
    }

    /** The stub's pages. */
    public FetcherConfig(
            URI base, String argument, int inFlight, Duration timeout, Optional<X509Certificate> certificate) {
        this(base, argument, inFlight, timeout, certificate, false);
    }

    /** The same over plain HTTP. */
    public FetcherConfig(URI base, String argument, int inFlight, Duration timeout) {
        this(base, argument, inFlight, timeout, Optional.empty());
    }

    /**
     * What trusts the stub's certificate and no other, and {@link #anywhere} whom the JDK trusts besides; empty where all pages come over
     * plain HTTP.
     */
    public Optional<SSLContext> tls() {
        if (!anywhere) return certificate.map(StubCertificate::trusted);
        return Optional.of(certificate.map(StubCertificate::trustedToo).orElseGet(FetcherConfig::usual));
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM cannot tell whom it trusts: " + e.getMessage(), e);
        }
    }
}
