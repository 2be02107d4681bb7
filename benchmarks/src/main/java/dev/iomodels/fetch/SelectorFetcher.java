package dev.iomodels.fetch;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient's async face, set up on the terms of {@link ClassicHttp}: the client that people use, less what no model may do. */
final class SelectorFetcher implements Fetcher {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** How often a reactor looks for overdue connections: ten times within a time-out, but at least once a second. */
    private static final int LOOKS_PER_TIMEOUT = 10;

    private static final long MOST_SELECT_MILLIS = 1_000;

    private final FetcherConfig config;
    private final int reactors;
    private final Function<Page, HttpHost> hosts;
    private final Daemons threads;
    private final CloseableHttpAsyncClient client;

    /** Has a thread only while there is something to hand over. */
    private final ThreadPoolExecutor handOver;

    /**
     * Whether this thread is inside {@link #fetch}. There the client may fail that fetch, and others too: a time-out in
     * the line for a connection is noticed by whoever joins the line next.
     */
    private final ThreadLocal<boolean[]> asking = ThreadLocal.withInitial(() -> new boolean[1]);

    private volatile boolean closed;

    SelectorFetcher(String name, FetcherConfig config, int reactors) {
        this.config = config;
        this.reactors = reactors;
        HttpHost base = HttpHost.create(config.base());
        hosts = config.anywhere() ? page -> HttpHost.create(page.uri()) : page -> base;
        threads = new Daemons(name);
        handOver = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        client = client();
        client.start();
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (closed) return;
        HttpHost host = hosts.apply(page);
        AsyncExchange exchange = new AsyncExchange(host, page, this, done);
        boolean[] here = asking.get();
        here[0] = true;
        try {
            client.execute(host, exchange, exchange, null, null, exchange);
        } catch (RuntimeException e) {
            exchange.failed(e);
        } finally {
            here[0] = false;
        }
    }

    @Override
    public int limit() {
        return config.inFlight();
    }

    @Override
    public String limits() {
        return reactors + (reactors == 1 ? " reactor thread" : " reactor threads") + "; HttpClient async, LAX pool of "
                + config.inFlight() + " connections";
    }

    @Override
    public void close() {
        closed = true;
        handOver.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
        threads.join(System.nanoTime() + PATIENCE_NANOS);
    }

    /** Whether somebody who asks for a page is on the calling stack. */
    boolean isAskedHere() {
        return asking.get()[0];
    }

    boolean isClosed() {
        return closed;
    }

    /** Runs {@code report} on a stack that nobody asks from. */
    void handOver(Runnable report) {
        if (!closed) handOver.execute(report);
    }

    private CloseableHttpAsyncClient client() {
        Timeout timeout = Timeout.of(config.timeout());
        long selectMillis = Math.min(MOST_SELECT_MILLIS, config.timeout().toMillis() / LOOKS_PER_TIMEOUT + 1);
        PoolingAsyncClientConnectionManagerBuilder connections = PoolingAsyncClientConnectionManagerBuilder.create();
        config.tls().map(DefaultClientTlsStrategy::new).ifPresent(connections::setTlsStrategy);
        return HttpAsyncClients.custom()
                .setConnectionManager(connections
                        .setMaxConnTotal(config.inFlight())
                        .setMaxConnPerRoute(config.inFlight())
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setConnPoolPolicy(PoolReusePolicy.LIFO)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                                .build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(reactors)
                        .setSoTimeout(timeout)
                        .setTcpNoDelay(true)
                        .setSelectInterval(TimeValue.ofMilliseconds(selectMillis))
                        .build())
                .setThreadFactory(threads)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .disableRequestPriority()
                .build();
    }
}
