package dev.iomodels.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient's classic face, set up on equal terms: what every model that blocks a thread fetches with. Thread-safe. */
final class ClassicHttp implements BlockingHttp {
    private static final int LARGEST_BUFFER = 8192;

    private final Function<Page, HttpHost> hosts;
    private final CloseableHttpClient client;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    ClassicHttp(FetcherConfig config) {
        HttpHost base = HttpHost.create(config.base());
        hosts = config.anywhere() ? page -> HttpHost.create(page.uri()) : page -> base;
        client = client(config);
    }

    /** How many connections there are, and which pool keeps them, for the reader of a result. */
    static String limits(FetcherConfig config) {
        return "HttpClient classic, LAX pool of " + config.inFlight() + " connections";
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (closed) return;
        Drain drain = new Drain(page.size());
        try {
            HttpHost host = hosts.apply(page);
            client.execute(host, new BasicClassicHttpRequest("GET", host, page.target()), null, drain);
        } catch (Throwable e) {
            if (!closed) done.failed(e);
            return;
        }
        if (!closed) done.done(drain.status, drain.bytes, drain.head);
    }

    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
        // The client does not know sockets that are still connecting, and hands out connections that were leased just
        // before.
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It cannot be closed twice, and there is nobody left to tell.
            }
        }
    }

    private CloseableHttpClient client(FetcherConfig config) {
        Timeout timeout = Timeout.of(config.timeout());
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(this::socket, null, null, tls(config)),
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                null);
        connections.setMaxTotal(config.inFlight());
        connections.setDefaultMaxPerRoute(config.inFlight());
        connections.setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(timeout).setTcpNoDelay(true).build());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout)
                .setSocketTimeout(timeout)
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .build());
        return HttpClients.custom()
                .setConnectionManager(connections)
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
                .disableDefaultUserAgent()
                .build();
    }

    private static Lookup<TlsSocketStrategy> tls(FetcherConfig config) {
        RegistryBuilder<TlsSocketStrategy> schemes = RegistryBuilder.create();
        config.tls().ifPresent(trusted -> schemes.register("https", new DefaultClientTlsStrategy(trusted)));
        return schemes.build();
    }

    private Socket socket(Proxy none) {
        Socket socket = new Socket(Proxy.NO_PROXY) {
            @Override
            public void close() throws IOException {
                sockets.remove(this);
                super.close();
            }
        };
        sockets.add(socket);
        return socket;
    }

    /** Reads a body to its end and keeps what the harness wants to know of it. */
    private static final class Drain implements HttpClientResponseHandler<Void> {
        private final int expected;

        private int status;
        private long bytes;
        private long head;

        Drain(int expected) {
            this.expected = expected;
        }

        @Override
        public Void handleResponse(ClassicHttpResponse response) throws IOException {
            status = response.getCode();
            HttpEntity entity = response.getEntity();
            if (entity == null) return null;
            byte[] buffer = new byte[Math.max(Long.BYTES, Math.min(LARGEST_BUFFER, expected))];
            try (InputStream body = entity.getContent()) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    for (int i = 0; i < read && bytes + i < Long.BYTES; i++)
                        head |= (buffer[i] & 0xFFL) << (Byte.SIZE * (Long.BYTES - 1 - (bytes + i)));
                    bytes += read;
                }
            }
            return null;
        }
    }
}
