package dev.iomodels.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * {@link HttpURLConnection}, set up on the terms of {@link ClassicHttp} as far as it lets itself. Its connections are kept by a
 * cache that the whole JVM shares and that has settings of its own, read once: see {@link #CACHE}. One thing cannot be switched off:
 * a GET whose connection breaks before the first byte of a response is sent once more, on a new connection.
 */
final class UrlConnectionHttp implements BlockingHttp {
    /** What the cache of idle connections is told before it is first used, where the command line says nothing. */
    private static final Map<String, String> CACHE = Map.of(
            // Or it would keep five of them,
            "http.maxConnections", "100000",
            // for five seconds.
            "http.keepAlive.time.server", "86400",
            // A body that was given up is not read to its end behind everybody's back.
            "http.KeepAlive.remainingData", "0");

    private static final int LARGEST_BUFFER = 8192;

    /** Nobody listens at port 0. */
    private static final Proxy NOBODY =
            new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    static {
        CACHE.forEach((name, value) -> {
            if (System.getProperty(name) == null) System.setProperty(name, value);
        });
    }

    private final URI base;
    private final int timeoutMillis;
    private final Optional<SSLSocketFactory> tls;
    private final Semaphore connections;
    private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Seat> seat = ThreadLocal.withInitial(this::newSeat);

    private volatile boolean closed;

    UrlConnectionHttp(FetcherConfig config) {
        base = config.base();
        timeoutMillis =
                (int) Math.max(1, Math.min(Integer.MAX_VALUE, config.timeout().toMillis()));
        tls = config.tls().map(SSLContext::getSocketFactory);
        connections = new Semaphore(config.inFlight());
    }

    /** How many connections there are, and what this client does unasked, for the reader of a result. */
    static String limits(FetcherConfig config) {
        return "HttpURLConnection, " + config.inFlight()
                + " connections; it repeats a GET once by itself if the connection breaks before a response begins";
    }

    @Override
    public void fetch(Page page, Completion done) {
        Drained drained = new Drained();
        int status;
        try {
            if (!connections.tryAcquire() && !connections.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS))
                throw new FetchException(Failure.TIMEOUT, "no connection was free in time");
            try {
                status = seat.get().fetch(page, drained);
            } finally {
                connections.release();
            }
        } catch (Throwable e) {
            if (!closed) done.failed(e);
            return;
        }
        if (!closed) done.done(status, drained.bytes(), drained.head());
    }

    /**
     * {@inheritDoc} A thread in the middle of a body ends with its next piece, or its time-out: the client's own lock keeps others
     * from closing that connection.
     */
    @Override
    public void close() {
        boolean first = !closed;
        closed = true;
        connections.release(seats.size());
        seats.forEach(Seat::leave);
        // There never were more: a connection is opened when all are in use. Who is at a fetch now closes one when it
        // ends.
        if (first) for (int i = 0; i < seats.size(); i++) closeOneIdle();
    }

    /**
     * Takes a connection out of the cache, if there is one, and closes it. A fetch that is over has let go of its own, so to disconnect
     * it does nothing; but whoever asks through another proxy has the cache give up the connection that it would have got.
     */
    private void closeOneIdle() {
        try {
            open(base, NOBODY).connect();
        } catch (IOException refused) {
            // As it was to be.
        }
    }

    private HttpURLConnection open(URI uri, Proxy proxy) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(proxy);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(timeoutMillis);
        connection.setReadTimeout(timeoutMillis);
        if (connection instanceof HttpsURLConnection secure) tls.ifPresent(secure::setSSLSocketFactory);
        return connection;
    }

    private Seat newSeat() {
        Seat one = new Seat();
        seats.add(one);
        return one;
    }

    /** What one thread waits for. */
    private final class Seat {
        private volatile HttpURLConnection waiting;

        int fetch(Page page, Drained drained) throws IOException {
            if (closed) throw new IOException("closed");
            HttpURLConnection connection = open(page.uri(), Proxy.NO_PROXY);
            waiting = connection;
            try {
                int status = connection.getResponseCode();
                waiting = null;
                drain(connection, status, page.size(), drained);
                return status;
            } catch (Throwable e) {
                connection.disconnect();
                throw e;
            } finally {
                waiting = null;
                // Whoever closes may have looked already.
                if (closed) closeOneIdle();
            }
        }

        private void drain(HttpURLConnection connection, int status, int expected, Drained drained) throws IOException {
            InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream();
            if (body == null) return;
            byte[] buffer = new byte[Math.max(Long.BYTES, Math.min(LARGEST_BUFFER, expected))];
            try (body) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    if (closed) throw new IOException("closed");
                    drained.take(buffer, read);
                }
            }
            // It takes the end of a connection for the end of a body.
            long told = connection.getContentLengthLong();
            if (told > drained.bytes())
                throw new FetchException(
                        Failure.RESET, "connection closed after " + drained.bytes() + " of " + told + " bytes");
        }

        /** Closes the connection that a response is waited for on. */
        void leave() {
            HttpURLConnection open = waiting;
            if (open != null) open.disconnect();
        }
    }
}
