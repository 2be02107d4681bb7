package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

class JdkClientCompletionTest {
    private static final int PAGES = 200;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void limits_sayWhetherEveryPageCostsAThread() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = Subject.of("jdk-client").open(stub.uri(), 1)) {
            fetch(fetcher, stub);
            long before = threads.getTotalStartedThreadCount();
            fetch(fetcher, stub);
            long started = threads.getTotalStartedThreadCount() - before;
            if (fetcher.limits().contains("on a new thread for every page"))
                assertThat(started).isGreaterThan(PAGES * 9 / 10);
            else assertThat(started).isLessThan(PAGES / 4);
        }
    }

    private static void fetch(Fetcher fetcher, Stub stub) {
        for (int i = 0; i < PAGES; i++) {
            Page page = Page.of(stub.uri(), i, 500_000, 8);
            Heard.of(fetcher, page).isPage(page);
        }
    }
}
