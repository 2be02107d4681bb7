package dev.iomodels.fetch;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's own client with {@code send}, called by a virtual thread for every page. {@code send} is {@code sendAsync().get()}: what
 * waits for the network is the client's selector thread, and the virtual thread waits for that.
 */
public final class JdkClientVirtualModel implements IoModel {
    @Override
    public String name() {
        return "jdk-client-virtual";
    }

    @Override
    public String summary() {
        return "java.net.http send on a virtual thread for every page: a selector-based client with a blocking face";
    }

    @Override
    public int minimumJdk() {
        return VirtualThreads.SINCE;
    }

    @Override
    public boolean severalHosts() {
        return true;
    }

    @Override
    public Fetcher open(FetcherConfig config) {
        return new BlockingFetcher(
                new JdkClientHttp(name(), config),
                new Daemons(name()),
                VirtualThreads.perTask(name(), VirtualThreads.named(name())),
                config.inFlight(),
                "a virtual thread for every page; java.net.http send, 1 selector thread and a cached pool of threads; "
                        + config.inFlight() + " connections");
    }

    private static final class JdkClientHttp implements BlockingHttp {
        private final long timeoutNanos;
        private final Semaphore connections;
        private final JdkClient client;

        JdkClientHttp(String name, FetcherConfig config) {
            timeoutNanos = config.timeout().toNanos();
            connections = new Semaphore(config.inFlight());
            client = new JdkClient(name, config);
        }

        @Override
        public void fetch(Page page, Completion done) {
            JdkFetch fetch = null;
            Throwable cause = null;
            try {
                if (!connections.tryAcquire() && !connections.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS))
                    throw new FetchException(Failure.TIMEOUT, "no connection was free in time");
                try {
                    fetch = new JdkFetch();
                    send(page, fetch);
                } finally {
                    connections.release();
                }
            } catch (Throwable e) {
                cause = e;
            }
            if (client.isClosed()) return;
            if (fetch == null) done.failed(cause);
            else fetch.tell(done, cause);
        }

        private void send(Page page, JdkFetch fetch) throws IOException, InterruptedException {
            client.begun(fetch, Thread.currentThread()::interrupt);
            try {
                client.client().send(JdkClient.request(page), fetch);
            } finally {
                client.over(fetch);
                // One that came too late is not for what the completion does.
                Thread.interrupted();
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
