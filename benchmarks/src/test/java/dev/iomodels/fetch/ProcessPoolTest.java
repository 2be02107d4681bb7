package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessPoolTest {
    private static final long LONG_NANOS = Duration.ofSeconds(40).toNanos();

    private final Stub stub = Stub.start(StubOptions.DEFAULT);
    private final Page quick = Page.of(stub.uri(), 1, 0, 1024);
    private final Page slow = Page.of(stub.uri(), 2, LONG_NANOS, 8);

    @Test
    void workerKilled_failsItsPage_isReplacedOnce_thenLeavesService() {
        try (stub;
                Fetcher fetcher = open(1)) {
            Heard first = killedWhileFetching(fetcher);
            assertThat(first.cause)
                    .hasMessageContaining("worker 1 (pid ")
                    .hasMessageContaining("exit status 137) died while it fetched /page/2");
            Heard.of(fetcher, quick).isPage(quick);
            assertThat(fetcher.limits()).contains("died and was replaced");
            assertThat(fetcher.workerAllocatedBytes()).isPositive();

            killedWhileFetching(fetcher);
            for (int i = 0; i < 3; i++) {
                Heard none = Heard.of(fetcher, quick);
                none.isFailure(Failure.OTHER);
                assertThat(none.cause).hasMessageContaining("no worker is left");
            }
            assertThat(fetcher.limits()).contains("is out of service");
        }
    }

    @Test
    void poolWithAnEmptyPlace_goesOnWithTheOthers() {
        try (stub;
                Fetcher fetcher = open(2)) {
            while (fetcher.limit() == 2) {
                workers().findFirst().ifPresent(ProcessHandle::destroyForcibly);
                for (int i = 0; i < 10; i++) Heard.of(fetcher, quick).await();
            }
            for (int i = 0; i < 20; i++) Heard.of(fetcher, quick).isPage(quick);
        }
    }

    @Test
    void workerKilled_whileIdle_failsNoPage() {
        try (stub;
                Fetcher fetcher = open(1)) {
            ProcessHandle worker = workers().findFirst().orElseThrow();
            worker.destroyForcibly();
            worker.onExit().join();
            Heard.of(fetcher, quick).isPage(quick);
            assertThat(fetcher.limits()).contains("died while it was idle and was replaced");
        }
    }

    @Test
    void everyPage_addsToWhatWorkersAllocated() {
        try (stub;
                Fetcher fetcher = open(1)) {
            for (int i = 0; i < 50; i++) {
                long before = fetcher.workerAllocatedBytes();
                Heard.of(fetcher, quick).isPage(quick);
                assertThat(fetcher.workerAllocatedBytes()).isGreaterThan(before + quick.size());
            }
        }
    }

    @Test
    void parentKilled_inTheMiddleOfAFetch_leavesNoWorker() throws Exception {
        try (stub) {
            Process parent = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Parent.class.getName(),
                            stub.uri().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                Heard.until("its workers fetch", () -> stub.stats().inFlight() == 2);
                List<ProcessHandle> orphans = parent.descendants().toList();
                assertThat(orphans).hasSize(2);
                parent.destroyForcibly();
                Heard.until("no worker left", () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
                assertThat(stub.stats().inFlight())
                        .as("pages that the workers did not wait for")
                        .isEqualTo(2);
            } finally {
                parent.destroyForcibly();
            }
        }
    }

    /** Fetches pages that take long, two at once, until it is killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            URI base = URI.create(args[0]);
            Fetcher fetcher = open(base, 2);
            for (int i = 0; i < 2; i++) fetcher.fetch(Page.of(base, i, LONG_NANOS, 8), new Heard());
            Thread.sleep(LONG_NANOS / 1_000_000);
        }
    }

    /** Kills the one worker while it fetches, and waits until its page has failed. */
    private Heard killedWhileFetching(Fetcher fetcher) {
        long before = stub.stats().requests();
        Heard heard = Heard.of(fetcher, slow);
        Heard.until("the worker fetches", () -> stub.stats().requests() > before);
        workers().forEach(ProcessHandle::destroyForcibly);
        heard.isFailure(Failure.OTHER);
        return heard;
    }

    private static Stream<ProcessHandle> workers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    private Fetcher open(int workers) {
        return open(stub.uri(), workers);
    }

    private static Fetcher open(URI base, int workers) {
        return new ProcessPoolModel()
                .open(new FetcherConfig(base, Integer.toString(workers), workers, Duration.ofSeconds(60)));
    }
}
