package dev.iomodels.fetch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An event loop without a network or a delay, its own thread and a queue: what the harness itself costs. Every page comes back
 * at once, and right.
 */
public final class NoopModel implements IoModel {
    @Override
    public String name() {
        return "noop";
    }

    @Override
    public String summary() {
        return "an event loop without a network: what the harness itself costs";
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new NoopFetcher(name());
    }

    private static final class NoopFetcher implements Fetcher {
        private static final int OK = 200;
        private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

        /** Page and completion by turns, so that a page asked for on the loop's thread costs no object. */
        private final ArrayDeque<Object> own = new ArrayDeque<>();

        private final Queue<Ask> inbox = new ConcurrentLinkedQueue<>();
        private final Daemons threads;
        private final Thread loop;

        private volatile boolean asleep;
        private volatile boolean closed;

        NoopFetcher(String name) {
            threads = new Daemons(name);
            loop = threads.newThread(this::loop);
            loop.start();
        }

        @Override
        public String limits() {
            return "1 thread; no network";
        }

        @Override
        public void fetch(Page page, Completion done) {
            if (Thread.currentThread() == loop) {
                own.add(page);
                own.add(done);
                return;
            }
            inbox.add(new Ask(page, done));
            if (asleep) LockSupport.unpark(loop);
        }

        @Override
        public void close() {
            closed = true;
            LockSupport.unpark(loop);
            threads.join(System.nanoTime() + PATIENCE_NANOS);
        }

        private void loop() {
            while (!closed) {
                for (Ask ask = inbox.poll(); ask != null; ask = inbox.poll()) {
                    own.add(ask.page());
                    own.add(ask.done());
                }
                // One round only: pages that ask for the next would keep those of other threads out for ever.
                for (int round = own.size(); round > 0 && !closed; round -= 2) {
                    Page page = (Page) own.poll();
                    Tell.done((Completion) own.poll(), OK, page.size(), page.head());
                }
                if (own.isEmpty()) sleep();
            }
        }

        private void sleep() {
            asleep = true;
            // What came before that flag was up has woken nobody.
            if (inbox.isEmpty() && !closed) LockSupport.park(this);
            asleep = false;
        }
    }
}
