package dev.iomodels.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Delay;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A whole demonstration, on a real stub in this JVM. */
@Timeout(60)
class DemoTest {
    private static Stub stub;

    @BeforeAll
    static void start() {
        stub = Stub.start(StubOptions.DEFAULT);
    }

    @AfterAll
    static void stop() {
        stub.close();
    }

    private static Show of(String models, URI... urls) {
        return new Show(Fetched.entries(models), List.of(3, 40), Optional.of(Delay.parse("10ms")), 1, List.of(urls));
    }

    private static URI at(String host, String path) {
        return URI.create("http://" + host + ":" + stub.uri().getPort() + path);
    }

    private static URI nowhere() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
    }

    @Test
    void rounds_haveEachModelOnce_withItsTimes_andATable() throws InterruptedException {
        var shown = Fetched.show(of("blocking,thread-pool,thread-pool:3,selector"), stub.uri());
        assertThat(shown.rounds()).allMatch(Played::allCame);
        assertThat(shown.rounds().get(0).turns())
                .extracting(Turn::label)
                .containsExactly("blocking", "thread-pool-3", "thread-pool-3", "selector-1");
        assertThat(shown.rounds().get(1).turns())
                .extracting(Turn::label)
                .containsExactly("blocking", "thread-pool-40", "thread-pool-3", "selector-1");
        assertThat(shown.text())
                .contains(
                        "== Round 1 of 2: 3 pages, held back fixed:10ms: one after another 30 ms, all at once 10 ms ==")
                .contains("the pages' own delays are 30 ms together, 10 ms the longest; at most 1 in flight")
                .contains("selector-1: 40 pages in ", "at most 40 in flight", "wall time  × longest   speed-up")
                .contains("12 of the pages", Colophon.LABEL);
        assertThat(shown.text().chars()).allMatch(sign -> sign == '\n' || sign >= ' ');
    }

    @Test
    void modelThatCannot_isSkippedWithItsReason_andThatIsNoFailure() throws InterruptedException {
        var shown = Fetched.show(
                of("raw-selector,netty,selector", at("127.0.0.1", "/page/1"), at("localhost", "/page/2")), stub.uri());
        assertThat(shown.rounds().get(0).allCame()).isTrue();
        assertThat(shown.text())
                .contains("-- raw-selector -- skipped: fetches from one host, and these are several")
                .contains("Done: http://localhost:" + stub.uri().getPort() + "/page/2 in ", ", status 200, 1024 bytes");
    }

    @Test
    void urls_areAskedForOnceByEachModel_andOnlyOnce() throws InterruptedException {
        try (Stub other = Stub.start(StubOptions.DEFAULT)) {
            URI page = other.uri().resolve("/page/7?delay=5ms");
            var shown = Fetched.show(of("blocking,process-pool:2,selector,netty,raw-selector", page), stub.uri());
            assertThat(shown.rounds().get(0).allCame()).isTrue();
            assertThat(other.stats().requests()).isEqualTo(5);
        }
    }

    @Test
    void pagesThatDoNotCome_areShownAsFailed_whateverTheReason() throws Exception {
        URI bad = at("127.0.0.1", "/page/1?status=503");
        URI reset = at("127.0.0.1", "/page/2?reset=headers");
        URI good = at("127.0.0.1", "/page/3");
        Show show = of("blocking,process-pool:1,selector", bad, reset, good, nowhere());
        var shown = Fetched.show(show, stub.uri());
        assertThat(shown.rounds()).noneMatch(Played::allCame);
        assertThat(shown.rounds().get(0).turns()).allMatch(turn -> turn.failed() == 3);
        assertThat(shown.text())
                .containsPattern("Failed: " + bad.toString().replace("?", "\\?") + " after .* ms: status 503")
                .contains(" ms: reset", " ms: refused", "Done: " + good, "× failed", "; 3 failed");
        assertThat(HtmlPage.of(shown.rounds(), Fetched.COLOPHON)).contains("failed: status 503", "failed: refused");
        assertThat(Picture.of(shown.rounds(), Fetched.COLOPHON)).contains(">3 failed<");
    }

    @Test
    void hostThatNobodyKnows_isNamed() throws InterruptedException {
        var shown = Fetched.show(of("blocking", URI.create("http://no-such-host.invalid/")), stub.uri());
        assertThat(shown.text()).contains(" ms: unknown host: no-such-host.invalid");
    }

    @Test
    void modelThatCannotBegin_hasFailedWithAllPages() throws InterruptedException {
        var shown = Fetched.show(of("raw-selector", URI.create("http://no-such-host.invalid/")), stub.uri());
        assertThat(shown.rounds().get(0).allCame()).isFalse();
        assertThat(shown.text()).contains("raw-selector", "failed: ", "no-such-host.invalid");
    }

    @Test
    void screenWithoutBlocks_hasAsciiOnly_andWidthIsKeptWithinReason() {
        StringWriter text = new StringWriter();
        Screen.of(new PrintWriter(text), "50", StandardCharsets.US_ASCII).cut("█· × ÷ " + "a".repeat(100));
        assertThat(text.toString().strip()).isEqualTo("=. x / " + "a".repeat(42) + ".");
        assertThat(Screen.of(new PrintWriter(text), "7000", StandardCharsets.UTF_8)
                        .width())
                .isEqualTo(200);
        assertThat(Screen.of(new PrintWriter(text), "wide", StandardCharsets.UTF_8)
                        .width())
                .isEqualTo(80);
        assertThat(Screen.of(new PrintWriter(text), null, StandardCharsets.UTF_8)
                        .ascii())
                .isFalse();
    }
}
