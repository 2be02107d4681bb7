package dev.iomodels.fetch;

import dev.iomodels.stub.StubCertificate;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The terms on which a model fetches: equal for all.
 *
 * @param base where the stub is: scheme, host and port
 * @param argument what followed the colon in the model's name, as {@link IoModel#resolve resolved}; empty if it takes none
 * @param inFlight how many fetches may be asked for at once: the users, or the in-flight limit; so many connections are allowed
 * @param timeout how long one fetch may take until it fails: connecting, waiting and reading, each
 * @param certificate the one that the stub shows where {@code base} is HTTPS; no other is to be trusted
 */
public record FetcherConfig(
        URI base, String argument, int inFlight, Duration timeout, Optional<X509Certificate> certificate) {
    public FetcherConfig {
        Objects.requireNonNull(base);
        Objects.requireNonNull(argument);
        Objects.requireNonNull(certificate);
        if (inFlight < 1) throw new IllegalArgumentException("in flight " + inFlight + ": at least 1");
        if (timeout.isNegative() || timeout.isZero())
            throw new IllegalArgumentException("timeout " + timeout + ": more than 0");
    }

    /** The same for plain HTTP. */
    public FetcherConfig(URI base, String argument, int inFlight, Duration timeout) {
        this(base, argument, inFlight, timeout, Optional.empty());
    }

    /** What trusts the stub's certificate and no other; empty where pages come over plain HTTP. */
    public Optional<SSLContext> tls() {
        return certificate.map(StubCertificate::trusted);
    }
}
