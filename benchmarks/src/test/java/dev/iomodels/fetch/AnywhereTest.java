package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are not the stub's: of several hosts, and over HTTPS only from whom the JDK trusts. */
@Timeout(60)
class AnywhereTest {
    private static final Duration PATIENT = Duration.ofSeconds(50);

    private static Stub one;
    private static Stub other;
    private static Stub secure;
    private static Stub otherSecure;

    @BeforeAll
    static void start() {
        one = Stub.start(StubOptions.DEFAULT);
        other = Stub.start(StubOptions.DEFAULT);
        secure = Stub.start(StubOptions.over(true));
        otherSecure = Stub.start(StubOptions.over(true));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        secure.close();
        otherSecure.close();
    }

    private static Stream<String> models() {
        return Models.all().stream()
                .map(IoModel::name)
                .filter(name -> !name.equals("noop"))
                .map(name -> name.equals("process-pool") ? "process-pool:2" : name);
    }

    private static Fetcher open(Subject subject, URI base) {
        return open(subject, base, Optional.empty());
    }

    private static Fetcher open(Subject subject, URI base, Optional<X509Certificate> certificate) {
        IoModel model = subject.model();
        assumeTrue(model.minimumJdk() <= Runtime.version().feature());
        return model.open(new FetcherConfig(base, model.resolve(subject.argument(), 4), 4, PATIENT, certificate, true));
    }

    @ParameterizedTest
    @MethodSource("models")
    void pagesOfOneHost_areFetchedByAll_andOfSeveralByThoseThatSaySo(String name) {
        Subject subject = Subject.of(name);
        try (Fetcher fetcher = open(subject, one.uri())) {
            Heard.of(fetcher, Page.of(one.uri(), 1, 0, 100)).isPage(Page.of(one.uri(), 1, 0, 100));
            if (!subject.model().severalHosts()) return;
            long before = other.stats().requests();
            Page elsewhere =
                    Page.elsewhere(URI.create("http://localhost:" + other.uri().getPort() + "/page/5?size=8"), 5);
            assertThat(Heard.of(fetcher, elsewhere).await().bytes).isEqualTo(8);
            assertThat(other.stats().requests()).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void certificateThatTheJdkDoesNotTrust_isNotTrusted(String name) {
        Subject subject = Subject.of(name);
        assumeTrue(subject.model().tls());
        long before = secure.stats().requests();
        try (Fetcher fetcher = open(subject, secure.uri())) {
            Heard.of(fetcher, Page.of(secure.uri(), 1, 0, 10)).isFailure(Failure.OTHER);
        }
        assertThat(secure.stats().requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("models")
    void certificateOfAStub_canBeTrustedBesides(String name) {
        Subject subject = Subject.of(name);
        assumeTrue(subject.model().tls());
        Page page = Page.of(secure.uri(), 1, 0, 10);
        try (Fetcher fetcher = open(subject, secure.uri(), secure.certificate())) {
            Heard.of(fetcher, page).isPage(page);
        }
        try (Fetcher fetcher = open(subject, secure.uri(), otherSecure.certificate())) {
            Heard.of(fetcher, page).isFailure(Failure.OTHER);
        }
    }

    @Test
    void pageElsewhere_isAskedForWithItsPathAndQuery() {
        assertThat(Page.elsewhere(URI.create("http://host"), 1).target()).isEqualTo("/");
        assertThat(Page.elsewhere(URI.create("http://host?a=b"), 1).target()).isEqualTo("/?a=b");
        assertThat(Page.elsewhere(URI.create("http://host/%20a?b=%2C"), 1).target())
                .isEqualTo("/%20a?b=%2C");
    }
}
