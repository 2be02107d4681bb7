package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSelectorTest {
    private final FaultyServer server = new FaultyServer(
            0,
            Map.of(
                    "/chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n",
                    "/gzip", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                    "/redirect", "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
                    "/endless", "HTTP/1.1 200 OK\r\n\r\n0123456789",
                    "/long", FaultyServer.OK + "more",
                    "/close", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n0123456789"));
    private final Fetcher fetcher =
            new RawSelectorModel().open(new FetcherConfig(server.uri(), "", 1, Duration.ofSeconds(30)));

    @AfterEach
    void close() throws Exception {
        fetcher.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gzip", "/redirect", "/long", "/no target", "/\r\nX:y"})
    void whatIsNotSupported_isAClearFailure_andForgotten(String path) {
        for (int i = 0; i < 3; i++) {
            Heard.of(fetcher, new Page(0, server.uri(), path, 0, 10)).isFailure(Failure.OTHER);
            assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
        }
    }

    @Test
    void bodyInChunks_andBodyThatEndsWithItsConnection_areWhole() {
        for (int i = 0; i < 3; i++)
            for (String path : new String[] {"/chunked", "/endless", "/"})
                assertThat(Heard.of(fetcher, server.page(path)).await().bytes).isEqualTo(10);
    }

    @Test
    void serverThatClosesAfterEachPage_isConnectedToAgain() {
        for (int i = 0; i < 5; i++)
            assertThat(Heard.of(fetcher, server.page("/close")).await().bytes).isEqualTo(10);
    }

    @Test
    void impossiblePage_askedForByACompletion_failsButNotOnItsStack() {
        Heard impossible = new Heard();
        fetcher.fetch(server.page("/"), new Heard() {
            @Override
            public void done(int status, long bytes, long head) {
                Heard.ask(fetcher, new Page(0, server.uri(), "/no target", 0, 10), impossible);
            }
        });
        impossible.isFailure(Failure.OTHER);
    }

    @Test
    void completionThatThrows_doesNotStopTheOthers() {
        fetcher.fetch(server.page("/"), new Heard() {
            @Override
            public void done(int status, long bytes, long head) {
                Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> super.done(1, 1, 1));
                throw new IllegalStateException("thrown by a completion");
            }
        });
        assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
    }
}
