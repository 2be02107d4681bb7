package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SelectorTest {
    /** By RFC 6761 this name never has an address, and HttpClient asks for one on the stack of whoever calls it. */
    private static final URI NOWHERE = URI.create("http://nowhere.invalid");

    @Test
    void clientThatFailsInsideItsOwnExecute_isHeardOnAnotherStack() {
        FetcherConfig config = new FetcherConfig(NOWHERE, "1", 4, Duration.ofSeconds(30));
        try (Fetcher fetcher = new SelectorModel().open(config)) {
            Page page = Page.of(NOWHERE, 1, 0, 8);
            Heard.of(fetcher, page).isFailure(Failure.OTHER);

            AtomicInteger failures = new AtomicInteger();
            AtomicInteger onAskingStack = new AtomicInteger();
            Completion again = new Completion() {
                @Override
                public void done(int status, long bytes, long head) {}

                @Override
                public void failed(Throwable cause) {
                    if (Heard.asking()) onAskingStack.incrementAndGet();
                    if (failures.incrementAndGet() < 50) Heard.ask(fetcher, page, this);
                }
            };
            Heard.ask(fetcher, page, again);
            Heard.until("all failed", () -> failures.get() == 50);
            assertThat(onAskingStack).hasValue(0);
        }
    }
}
