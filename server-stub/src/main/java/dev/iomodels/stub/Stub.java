package dev.iomodels.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A server on 127.0.0.1 that holds each page back for exactly the delay that its URI asks for: {@code
 * /page/17?delay=51234us&size=1024}, and does to it what a {@link Fault} says; {@code /stats} is a {@link StubStats} in JSON. Its threads are daemons, none of which
 * waits while a page is held back.
 */
public final class Stub implements AutoCloseable {
    /** Longer than any delay, and than users are idle between two forks. */
    private static final long IDLE_MILLIS = 300_000;

    /** As many connections as the kernel lets stand in line by default; Jetty's own 50 makes a crowd connect after 1 s or 3 s. */
    private static final int BACKLOG = 4096;

    /** Pages that are due together are written by two threads: one would make the last of them wait for all the others. */
    private static final int TIMERS = 2;

    private static final int ACCEPTORS = 1;

    /** More of them would share one client's few connections out, and wake up more often for less. */
    private static final int SELECTORS = 1;

    /** Nothing here blocks: room for the acceptor, the selector and readings of the stub. */
    private static final int MAX_THREADS = 16;

    private static final int MIN_THREADS = 4;

    private final String instance = UUID.randomUUID().toString();
    private final long startNanos = System.nanoTime();
    private final Counters counters = new Counters();
    private final Timer timer = new Timer(TIMERS);
    private final Optional<Identity> identity;
    private final Server server;
    private final ServerConnector connector;

    private Stub(StubOptions options) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("stub");
        threads.setDaemon(true);
        server = new Server(threads);
        identity = options.tls() ? Optional.of(Identity.make()) : Optional.empty();
        connector = new ServerConnector(server, ACCEPTORS, SELECTORS, protocols());
        connector.setHost("127.0.0.1");
        connector.setPort(options.port());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                // Over TLS there is one within the other.
                if (!(connection instanceof SslConnection)) counters.connect();
            }
        });
        server.addConnector(connector);
        server.setHandler(new StubHandler(options, counters, timer, this::stats));
    }

    private ConnectionFactory[] protocols() {
        HttpConnectionFactory http = http();
        return identity.<ConnectionFactory[]>map(own -> new ConnectionFactory[] {Tls.before(http, own, counters), http})
                .orElse(new ConnectionFactory[] {http});
    }

    private static HttpConnectionFactory http() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendDateHeader(false);
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        // Jetty would keep one for each connection, and ten thousand of them do not fit into the heap.
        configuration.setHeaderCacheSize(0);
        return new HttpConnectionFactory(configuration);
    }

    /**
     * Starts a stub, which accepts connections when this returns.
     *
     * @throws UncheckedIOException if it cannot listen on the port, or no certificate can be made
     */
    public static Stub start(StubOptions options) {
        Stub stub = new Stub(options);
        try {
            stub.server.start();
            return stub;
        } catch (Exception e) {
            stub.close();
            if (e instanceof IOException io) throw new UncheckedIOException(reason(io), io);
            throw new IllegalStateException("the stub does not start", e);
        }
    }

    /** What the system said: the server wraps it in words of its own. */
    private static String reason(IOException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    /** Where it is: {@code http://127.0.0.1:8080}, {@code https://…} over TLS. */
    public URI uri() {
        return URI.create((identity.isPresent() ? "https" : "http") + "://127.0.0.1:" + connector.getLocalPort());
    }

    /** What it shows over TLS; empty over plain HTTP. */
    public Optional<X509Certificate> certificate() {
        return identity.map(Identity::certificate);
    }

    /** A reading as of now. Any thread may ask. */
    public StubStats stats() {
        Histogram lateness = counters.lateness();
        return new StubStats(
                instance,
                System.nanoTime() - startNanos,
                counters.begun(),
                counters.inFlight(),
                counters.connections(),
                counters.handshakes(),
                processCpuNanos(),
                StubStats.Quantiles.of(lateness),
                StubStats.encode(lateness),
                threads(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
    }

    private static long processCpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static List<StubStats.ThreadCpu> threads() {
        var bean = ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        List<StubStats.ThreadCpu> threads = new ArrayList<>();
        for (var info : bean.getThreadInfo(bean.getAllThreadIds())) {
            // A thread that has ended meanwhile has no information, or no CPU time.
            if (info == null) continue;
            long nanos = bean.getThreadCpuTime(info.getThreadId());
            if (nanos >= 0) threads.add(new StubStats.ThreadCpu(info.getThreadId(), info.getThreadName(), nanos));
        }
        return threads;
    }

    /** Stops at once: pages held back are dropped, connections closed. */
    @Override
    public void close() {
        timer.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the stub does not stop", e);
        }
    }
}
