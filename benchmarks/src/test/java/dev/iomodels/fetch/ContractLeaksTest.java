package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Fault;
import dev.iomodels.stub.StubOptions;
import dev.iomodels.stub.StubProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred thousand faulty fetches leave no thread, socket or memory behind. One model after another: what is counted is the JVM's. */
@Tag("thorough")
class ContractLeaksTest {
    private static final int USERS = 16;
    private static final int WARM = 10_000;
    private static final int FETCHES = 100_000;

    /** Less than 40 bytes for each fetch would be no object of its own. */
    private static final long MOST_BYTES = 40L * FETCHES;

    private static final List<Fault> FAULTS = List.of(
            new Fault(503, Fault.Reset.NONE, 0, 0, false, false),
            new Fault(200, Fault.Reset.HEADERS, 0, 0, false, false),
            new Fault(200, Fault.Reset.BODY, 0, 0, false, false),
            new Fault(200, Fault.Reset.NONE, 100_000, 0, false, true),
            new Fault(200, Fault.Reset.NONE, 0, 10_000, false, false),
            new Fault(200, Fault.Reset.NONE, 0, 0, true, false),
            new Fault(404, Fault.Reset.NONE, 0, 0, true, true));

    @ParameterizedTest
    @MethodSource("dev.iomodels.fetch.Subject#all")
    void faultyFetches_leaveNothingBehind(Subject subject) throws Exception {
        subject.assumeNetwork();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try (StubProcess stub = StubProcess.start(java, List.of(), StubProcess.JVM_ARGS, StubOptions.DEFAULT)) {
            leavesNothingBehind(subject, stub);
        }
    }

    private static void leavesNothingBehind(Subject subject, StubProcess stub) throws Exception {
        Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
        try (Fetcher fetcher = subject.open(stub.uri(), USERS)) {
            new Asker(fetcher, stub.uri(), WARM).run();
            long threads = Thread.activeCount();
            long sockets = Held.sockets();
            long bytes = liveBytes();
            long inWorkers = WorkersHold.sockets(others);
            WorkersHold workers = WorkersHold.besides(others);
            assertThat(workers.liveBytes() > 0)
                    .as("there are workers to look at")
                    .isEqualTo(subject.model().name().equals("process-pool"));
            new Asker(fetcher, stub.uri(), FETCHES).run();
            until("no more sockets than the users have", () -> Held.sockets() <= sockets + USERS);
            assertThat(liveBytes() - bytes).as("bytes that stay").isLessThan(MOST_BYTES);
            assertThat(Thread.activeCount() - threads).as("threads that stay").isLessThanOrEqualTo(USERS);
            until(
                    "no more sockets in workers than the users have",
                    () -> WorkersHold.sockets(others) <= inWorkers + USERS);
            WorkersHold after = WorkersHold.besides(others);
            assertThat(after.threads() - workers.threads())
                    .as("workers' threads that stay")
                    .isLessThanOrEqualTo(USERS);
            assertThat(after.liveBytes() - workers.liveBytes())
                    .as("workers' bytes that stay")
                    .isLessThan(MOST_BYTES);
        }
    }

    private static long liveBytes() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Heard.pause(100);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** Users that go on whatever comes; each answer is checked to be as told. */
    private static final class Asker {
        private final Fetcher fetcher;
        private final URI stub;
        private final int fetches;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger otherwise = new AtomicInteger();

        Asker(Fetcher fetcher, URI stub, int fetches) {
            this.fetcher = fetcher;
            this.stub = stub;
            this.fetches = fetches;
        }

        void run() throws InterruptedException {
            for (int i = 0; i < USERS; i++) next();
            while (heard.get() < fetches) {
                int before = heard.get();
                for (int i = 0; i < 1000 && heard.get() == before; i++) Thread.sleep(10);
                assertThat(heard.get()).as("fetches heard of").isGreaterThan(before);
            }
            assertThat(otherwise).as("fetches that went otherwise than told").hasValue(0);
        }

        private void next() {
            int number = asked.getAndIncrement();
            if (number >= fetches) return;
            Page page = Page.of(stub, number, 0, 1024, FAULTS.get(number % FAULTS.size()));
            fetcher.fetch(page, new Completion() {
                @Override
                public void done(int status, long bytes, long head) {
                    boolean right = status == page.fault().status() && bytes == 1024 && head == page.head();
                    heard(right && page.fault().reset() == Fault.Reset.NONE);
                }

                @Override
                public void failed(Throwable cause) {
                    heard(page.fault().reset() != Fault.Reset.NONE && Failure.of(cause) == Failure.RESET);
                }

                private void heard(boolean asTold) {
                    if (!asTold) otherwise.incrementAndGet();
                    next();
                    heard.incrementAndGet();
                }
            });
        }
    }
}
