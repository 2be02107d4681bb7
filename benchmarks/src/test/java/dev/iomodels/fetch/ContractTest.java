package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every IO model must do, against a real stub. */
@ParameterizedClass
@MethodSource("models")
class ContractTest {
    private static final Duration PATIENT = Duration.ofSeconds(50);
    private static final long LONG_NANOS = Duration.ofSeconds(40).toNanos();

    private final IoModel model;
    private final String argument;

    ContractTest(String named) {
        String[] parts = named.split(":");
        model = Models.named(parts[0]);
        argument = parts.length > 1 ? parts[1] : "";
        assumeTrue(
                model.minimumJdk() <= Runtime.version().feature(),
                () -> named + " needs JDK " + model.minimumJdk() + ", this is "
                        + Runtime.version().feature());
    }

    /** All there are, and small ones of those that take a number, so that pages stand in line. */
    static Stream<String> models() {
        Stream<String> names = Models.all().stream().map(IoModel::name).filter(name -> !name.equals("process-pool"));
        return Stream.concat(names, Stream.of("thread-pool:3", "process-pool:2", "selector:2"));
    }

    @Test
    void everyPage_comesBackOnce_andIsTheRightOne() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 16, PATIENT)) {
            List<Page> pages = IntStream.range(0, 500)
                    .mapToObj(n -> Page.of(stub.uri(), n, 0, 1024))
                    .toList();
            List<Heard> heard =
                    pages.stream().map(page -> Heard.of(fetcher, page)).toList();
            for (int i = 0; i < pages.size(); i++) heard.get(i).isPage(pages.get(i));
            Heard.pause(100);
            assertThat(heard).allSatisfy(one -> assertThat(one.times).hasValue(1));
        }
    }

    @Test
    void headAndLength_areRight_forEverySize() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 2, PATIENT)) {
            for (int size : new int[] {0, 1, 7, 8, 9, 1024, 100_000, 1 << 20}) {
                Page page = Page.of(stub.uri(), 0x0102030405060708L, 0, size);
                Heard.of(fetcher, page).isPage(page);
            }
        }
    }

    @Test
    void unknownPath_isReportedWithItsStatus() {
        assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 2, PATIENT)) {
            Page nowhere = new Page(1, stub.uri().resolve("/nowhere"), "/nowhere", 0, 1024);
            assertThat(Heard.of(fetcher, nowhere).await().status).isEqualTo(404);
            Page page = Page.of(stub.uri(), 1, 0, 1024);
            Heard.of(fetcher, page).isPage(page);
        }
    }

    @Test
    void pageOfAnotherSize_isReportedWithItsTrueLength() {
        assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 2, PATIENT)) {
            for (int size : new int[] {0, 5, 30_000}) {
                Page told = Page.of(stub.uri(), 7, 0, size);
                Page expected = new Page(7, told.uri(), told.target(), 0, 1024);
                assertThat(Heard.of(fetcher, expected).await().bytes).isEqualTo(size);
            }
        }
    }

    @Test
    void nobodyListening_isRefused_andForgottenWhenSomebodyDoes() throws IOException {
        assumeNetwork();
        int port = FaultyServer.freePort();
        URI base = URI.create("http://127.0.0.1:" + port);
        try (Fetcher fetcher = open(base, 4, PATIENT)) {
            for (int i = 0; i < 20; i++)
                Heard.of(fetcher, Page.of(base, i, 0, 10)).isFailure(Failure.REFUSED);
            try (FaultyServer server = new FaultyServer(port, Map.of())) {
                assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
            }
        }
    }

    @Test
    void connectionCut_isReset_andForgotten() throws IOException {
        assumeNetwork();
        try (FaultyServer server = new FaultyServer(0, Map.of());
                Fetcher fetcher = open(server.uri(), 1, PATIENT)) {
            for (String fault : new String[] {"/cut", "/reset", "/cut", "/cut", "/reset", "/reset"}) {
                Heard.of(fetcher, server.page(fault)).isFailure(Failure.RESET);
                assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
            }
        }
    }

    @Test
    void silence_isATimeout_andForgotten() throws IOException {
        assumeNetwork();
        try (FaultyServer server = new FaultyServer(0, Map.of());
                Fetcher fetcher = open(server.uri(), 2, Duration.ofMillis(400))) {
            List<Heard> silent = Stream.generate(() -> Heard.of(fetcher, server.page("/silent")))
                    .limit(2)
                    .toList();
            silent.forEach(heard -> heard.isFailure(Failure.TIMEOUT));
            assertThat(Heard.of(fetcher, server.page("/")).await().bytes).isEqualTo(10);
        }
    }

    @Test
    void silenceForThoseInLine_isATimeout_butNeverOnTheAskingStack() throws IOException {
        assumeNetwork();
        try (FaultyServer server = new FaultyServer(0, Map.of());
                Fetcher fetcher = open(server.uri(), 1, Duration.ofMillis(400))) {
            List<Heard> silent = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                silent.add(Heard.of(fetcher, server.page("/silent")));
                Heard.pause(250);
            }
            silent.forEach(heard -> heard.isFailure(Failure.TIMEOUT));
        }
    }

    @Test
    void asMany_asTheLimitSays_areInFlight_andNoMore() {
        assumeNetwork();
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 24, PATIENT)) {
            int limit = fetcher.limit();
            assertThat(limit).isBetween(1, 24);
            assertThat(fetcher.limits()).isNotBlank().doesNotContain("\n");
            for (int i = 0; i < limit + 5; i++) Heard.of(fetcher, Page.of(stub.uri(), i, LONG_NANOS, 8));
            until("as many in flight as the limit says", () -> stub.stats().inFlight() >= limit);
            Heard.pause(300);
            assertThat(stub.stats().inFlight()).isEqualTo(limit);
        }
    }

    @Test
    void aThousand_areInFlightAtOnce() {
        assumeNetwork();
        assumeTrue(!argument.equals("3")
                && !(model.name().endsWith("-monitor") && Runtime.version().feature() < 24)
                && !model.name().startsWith("process")
                && !model.name().equals("blocking"));
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 1000, PATIENT)) {
            assertThat(fetcher.limit()).isEqualTo(1000);
            for (int i = 0; i < 1000; i++) Heard.of(fetcher, Page.of(stub.uri(), i, LONG_NANOS, 8));
            until("a thousand in flight", () -> stub.stats().inFlight() == 1000);
        }
    }

    @Test
    void closing_whileInFlight_leavesNothingBehind_andIsSilent() {
        openWhatTheJvmKeepsOpen();
        long socketsBefore = sockets();
        List<Heard> heard;
        Fetcher closed;
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            try (Fetcher fetcher = open(stub.uri(), 8, PATIENT)) {
                heard = IntStream.range(0, model.name().equals("noop") ? 0 : 20)
                        .mapToObj(n -> Heard.of(fetcher, Page.of(stub.uri(), n, LONG_NANOS, 8)))
                        .toList();
                int inFlight = Math.min(heard.size(), fetcher.limit());
                until("all in flight", () -> stub.stats().inFlight() == inFlight);
                closed = fetcher;
            }
            assertThat(threads()).isEmpty();
            assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                    .isEmpty();
            Heard late = Heard.of(closed, Page.of(stub.uri(), 1, 0, 8));
            closed.close();
            Heard.pause(200);
            assertThat(late.times).hasValue(0);
            assertThat(heard).allSatisfy(one -> assertThat(one.times).hasValue(0));
        }
        until("no sockets left", () -> sockets() <= socketsBefore);
    }

    @Test
    void askingFromWithinACompletion_neitherBlocksNorGrowsTheStack() {
        int pages = model.name().equals("noop") ? 1_000_000 : 10_000;
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 8, PATIENT)) {
            Chain chain = new Chain(fetcher, Page.of(stub.uri(), 3, 0, 64), pages);
            chain.start(8);
            assertThat(chain.failed).hasValue(0);
        }
    }

    @Test
    void askingFromWithinAFailure_neitherBlocksNorGrowsTheStack() {
        assumeNetwork();
        URI base = URI.create("http://127.0.0.1:" + FaultyServer.freePort());
        try (Fetcher fetcher = open(base, 8, PATIENT)) {
            Chain chain = new Chain(fetcher, Page.of(base, 3, 0, 64), 2_000);
            chain.start(8);
            assertThat(chain.failed.get()).isGreaterThanOrEqualTo(2_000);
        }
    }

    /** Users that ask for the next page from within the completion of the last. */
    private static final class Chain implements Completion {
        final AtomicInteger failed = new AtomicInteger();

        private final Fetcher fetcher;
        private final Page page;
        private final int pages;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger heard = new AtomicInteger();
        private final AtomicInteger onAskingStack = new AtomicInteger();
        private final AtomicLong deepest = new AtomicLong();

        Chain(Fetcher fetcher, Page page, int pages) {
            this.fetcher = fetcher;
            this.page = page;
            this.pages = pages;
        }

        void start(int users) {
            for (int i = 0; i < users; i++) next();
            until("all pages back", () -> heard.get() >= pages);
            assertThat(onAskingStack).hasValue(0);
            assertThat(deepest.get()).as("stack depth").isLessThan(150);
        }

        private void next() {
            if (asked.getAndIncrement() < pages) Heard.ask(fetcher, page, this);
        }

        private void heard() {
            if (Heard.asking()) onAskingStack.incrementAndGet();
            if (heard.incrementAndGet() % 500 == 0)
                deepest.accumulateAndGet(StackWalker.getInstance().walk(Stream::count), Math::max);
            next();
        }

        @Override
        public void done(int status, long bytes, long head) {
            if (status != 200 || bytes != page.size() || head != page.head()) failed.incrementAndGet();
            heard();
        }

        @Override
        public void failed(Throwable cause) {
            failed.incrementAndGet();
            heard();
        }
    }

    private Fetcher open(URI base, int inFlight, Duration timeout) {
        return model.open(new FetcherConfig(base, model.resolve(argument, inFlight), inFlight, timeout));
    }

    private void assumeNetwork() {
        assumeTrue(!model.name().equals("noop"), "noop has no network");
    }

    private List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(model.name()))
                .toList();
    }

    /** The JDK opens a pair of sockets for itself when the first one is closed, and keeps it. */
    private void openWhatTheJvmKeepsOpen() {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = open(stub.uri(), 1, PATIENT)) {
            Page page = Page.of(stub.uri(), 1, 0, 8);
            Heard.of(fetcher, page).isPage(page);
        }
    }

    private static long sockets() {
        File[] open = new File("/proc/self/fd").listFiles();
        assumeTrue(open != null, "this system does not show its open files");
        return Arrays.stream(open).filter(ContractTest::isSocket).count();
    }

    private static boolean isSocket(File descriptor) {
        try {
            return Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
