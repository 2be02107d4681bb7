package dev.iomodels.fetch;

import static dev.iomodels.fetch.Heard.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Every IO model may be asked for the next page from within the completion of the last. */
class ContractAskingTest {

    @EachModel
    void askingFromWithinACompletion_neitherBlocksNorGrowsTheStack(Subject subject) {
        int pages = subject.hasNetwork() ? 10_000 : 1_000_000;
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                Fetcher fetcher = subject.open(stub.uri(), 8)) {
            Chain chain = new Chain(fetcher, Page.of(stub.uri(), 3, 0, 64), pages);
            chain.start(8);
            assertThat(chain.failed.get()).as(chain.first::get).isLessThanOrEqualTo(subject.mayFailByItself(pages));
        }
    }

    @EachModel
    void askingFromWithinAFailure_neitherBlocksNorGrowsTheStack(Subject subject) {
        subject.assumeNetwork();
        URI base = URI.create("http://127.0.0.1:" + FaultyServer.freePort());
        try (Fetcher fetcher = subject.open(base, 8)) {
            Chain chain = new Chain(fetcher, Page.of(base, 3, 0, 64), 2_000);
            chain.start(8);
            assertThat(chain.failed.get()).isGreaterThanOrEqualTo(2_000);
        }
    }

    /** Users that ask for the next page from within the completion of the last. */
    private static final class Chain implements Completion {
        final AtomicInteger failed = new AtomicInteger();
        /** What was wrong with the first of them. */
        final AtomicReference<String> first = new AtomicReference<>();

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
            if (status != 200 || bytes != page.size() || head != page.head())
                failed("status " + status + ", " + bytes + " bytes, page " + head);
            heard();
        }

        @Override
        public void failed(Throwable cause) {
            failed(Failure.of(cause) + ": " + cause);
            heard();
        }

        private void failed(String how) {
            first.compareAndSet(null, how);
            failed.incrementAndGet();
        }
    }
}
