package dev.iomodels.fetch;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@code java.net.http.HttpClient}, set up on the terms of {@link ClassicHttp}, with the threads that it has by itself: one for
 * its selector and a cached pool. It limits neither connections nor, until JDK 26, the time that a body takes; the first is for
 * its users, the second is done here, for the whole of a fetch.
 */
final class JdkClient implements AutoCloseable {
    /** What the client is told before it is first used, where the command line says nothing. */
    private static final Map<String, String> SETTINGS = Map.of(
            // A connection that breaks and one that is refused are failures, not reasons to try again.
            "jdk.httpclient.redirects.retrylimit", "1",
            "jdk.httpclient.disableRetryConnect", "true",
            // Seconds that a connection may be idle; it would be 30 from JDK 20, and 1200 before.
            "jdk.httpclient.keepalive.timeout", "86400");

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How often it is looked for what is overdue: ten times within a time-out, but at least once a second. */
    private static final int LOOKS_PER_TIMEOUT = 10;

    private static final long MOST_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    static {
        SETTINGS.forEach((name, value) -> {
            if (System.getProperty(name) == null) System.setProperty(name, value);
        });
    }

    private final long timeoutNanos;
    private final Daemons threads;
    private final ExecutorService pool;
    private final ScheduledThreadPoolExecutor watch;
    private final Map<JdkFetch, Runnable> inFlight = new ConcurrentHashMap<>();
    private final HttpClient client;

    private volatile boolean closed;

    JdkClient(String name, FetcherConfig config) {
        timeoutNanos = config.timeout().toNanos();
        threads = new Daemons(name);
        pool = Executors.newCachedThreadPool(threads);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(pool)
                .connectTimeout(config.timeout());
        config.tls().ifPresent(builder::sslContext);
        client = builder.build();
        watch = new ScheduledThreadPoolExecutor(1, threads);
        long look = Math.min(MOST_LOOK_NANOS, timeoutNanos / LOOKS_PER_TIMEOUT + 1);
        watch.scheduleWithFixedDelay(this::expire, look, look, TimeUnit.NANOSECONDS);
    }

    HttpClient client() {
        return client;
    }

    boolean isClosed() {
        return closed;
    }

    /** The client's own threads, for what has to be told on another stack. */
    void execute(Runnable task) {
        if (!closed) pool.execute(task);
    }

    static HttpRequest request(Page page) {
        return HttpRequest.newBuilder(page.uri()).build();
    }

    /** Watches {@code fetch} until it is {@link #over}; {@code abort} ends it, whatever it waits for. */
    void begun(JdkFetch fetch, Runnable abort) {
        inFlight.put(fetch, abort);
        if (closed) abort.run();
    }

    void over(JdkFetch fetch) {
        inFlight.remove(fetch);
    }

    /** Ends every fetch, and the client with its connections and threads. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        watch.shutdownNow();
        inFlight.values().forEach(Runnable::run);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        JdkClientEnd.of(client).await(Duration.ofNanos(PATIENCE_NANOS));
        pool.shutdownNow();
        threads.join(deadline);
    }

    private void expire() {
        long now = System.nanoTime();
        inFlight.forEach((fetch, abort) -> {
            if (fetch.expired(now, timeoutNanos)) abort.run();
        });
    }
}
