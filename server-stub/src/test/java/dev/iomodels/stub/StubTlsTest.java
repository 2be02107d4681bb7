package dev.iomodels.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StubTlsTest {
    private static final StubOptions TLS = StubOptions.over(true);

    private static Stub stub;
    private static Stub other;

    @BeforeAll
    static void start() {
        stub = Stub.start(TLS);
        other = Stub.start(TLS);
    }

    @AfterAll
    static void stop() {
        stub.close();
        other.close();
    }

    @Test
    void overTls_pagesAreThoseOfPlainHttp_andHandshakesAreCounted() throws Exception {
        assertThat(stub.uri().getScheme()).isEqualTo("https");
        X509Certificate certificate = stub.certificate().orElseThrow();
        StubStats before = StubStats.read(stub.uri(), Optional.of(certificate));
        for (int connection = 0; connection < 3; connection++) {
            try (Client client = Client.trusting(certificate, stub.uri())) {
                for (int size : new int[] {0, 1024, 100_000})
                    assertThat(client.get("/page/17?delay=1ms&size=" + size).body())
                            .isEqualTo(ContentTest.page(17, size));
            }
        }
        StubInterval interval =
                StubStats.read(stub.uri(), Optional.of(certificate)).since(before);
        assertThat(interval.requests()).isEqualTo(9);
        assertThat(interval.connectionsOpened()).isEqualTo(3);
        assertThat(interval.handshakes()).isEqualTo(Map.of("TLSv1.3 TLS_AES_256_GCM_SHA384", 3L));
    }

    @Test
    void plainHttp_fromAStubWithTls_isRefused() throws Exception {
        StubStats before = stub.stats();
        try (Client client = new Client(stub.uri())) {
            assertThatThrownBy(() -> client.get("/page/1")).isInstanceOf(Exception.class);
            StubInterval interval = stub.stats().since(before);
            assertThat(interval.requests()).isZero();
            assertThat(interval.handshakes()).isEmpty();
        }
    }

    @Test
    void certificate_ofAnotherStub_isNotTrusted() throws Exception {
        StubStats before = stub.stats();
        assertThat(other.certificate()).isPresent().isNotEqualTo(stub.certificate());
        assertThatThrownBy(() -> StubStats.read(stub.uri(), other.certificate()))
                .isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> StubStats.read(stub.uri()))
                .as("and what nobody was told of is not trusted either")
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(stub.stats().since(before).handshakes()).isEmpty();
    }

    @Test
    void certificate_comesBackFromItsText_andIsWhatTheStubShows() throws Exception {
        X509Certificate certificate = stub.certificate().orElseThrow();
        assertThat(StubCertificate.parse(StubCertificate.text(certificate))).isEqualTo(certificate);
        assertThat(StubCertificate.shownBy(stub.uri())).isEqualTo(certificate);
        assertThat(StubCertificate.fingerprint(certificate)).matches("[0-9a-f]{64}");
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactlyInAnyOrder("127.0.0.1", "localhost");
        assertThatThrownBy(() -> StubCertificate.parse("bm90aGluZw=="))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bm90aGluZw==");
    }

    @Test
    void process_handsItsCertificateOver() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (StubProcess process = StubProcess.start(java, List.of(), List.of("-Xmx64m"), TLS)) {
            assertThat(process.uri().getScheme()).isEqualTo("https");
            assertThat(process.certificate()).isPresent();
            assertThat(StubStats.read(process.uri(), process.certificate()).connectionsOpened())
                    .isZero();
        }
    }
}
