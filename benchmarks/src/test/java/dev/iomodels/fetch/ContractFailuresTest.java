package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every IO model makes of a server that is not there, breaks off or says nothing: the kind of failure, then business as usual. */
class ContractFailuresTest {
    private static final Duration SHORT = Duration.ofMillis(800);

    @EachModel
    void nobodyListening_isRefused_andForgottenWhenSomebodyDoes(Subject subject) throws IOException {
        subject.assumeNetwork();
        int port = FaultyServer.freePort();
        URI base = URI.create("http://127.0.0.1:" + port);
        try (Fetcher fetcher = subject.open(base, 4)) {
            for (int i = 0; i < 20; i++)
                Heard.of(fetcher, Page.of(base, i, 0, 10)).isFailure(Failure.REFUSED);
            try (FaultyServer server = new FaultyServer(port, Map.of())) {
                assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
            }
        }
    }

    @EachModel
    void connectionCut_isReset_andForgotten(Subject subject) throws IOException {
        subject.assumeNetwork();
        try (FaultyServer server = new FaultyServer(0, Map.of());
                Fetcher fetcher = subject.open(server.uri(), 1)) {
            for (String fault : new String[] {"/cut", "/reset", "/cut", "/cut", "/reset", "/reset"}) {
                Heard.of(fetcher, server.page(fault)).isFailure(Failure.RESET);
                assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
            }
        }
    }

    @EachModel
    void silence_isATimeout_andForgotten(Subject subject) throws IOException {
        subject.assumeNetwork();
        try (FaultyServer server = new FaultyServer(0, Map.of());
                Fetcher fetcher = subject.open(server.uri(), 2, SHORT)) {
            List<Heard> silent = Stream.generate(() -> Heard.of(fetcher, server.page("/silent")))
                    .limit(2)
                    .toList();
            silent.forEach(heard -> heard.isFailure(Failure.TIMEOUT));
            assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
        }
    }

    @EachModel
    void silenceForThoseInLine_isATimeout_butNeverOnTheAskingStack(Subject subject) throws IOException {
        subject.assumeNetwork();
        try (FaultyServer server = new FaultyServer(0, Map.of());
                Fetcher fetcher = subject.open(server.uri(), 1, SHORT.dividedBy(2))) {
            List<Heard> silent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                silent.add(Heard.of(fetcher, server.page("/silent")));
                Heard.pause(250);
            }
            silent.forEach(heard -> heard.isFailure(Failure.TIMEOUT));
        }
    }
}
