package dev.iomodels.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The raw selector's loop. A page asked for on the loop's own thread is sent at once and costs no object; from other
 * threads it comes through a queue. The time limit is for a whole fetch, from the moment that it has a connection.
 */
final class RawSelectorFetcher implements Fetcher {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int LONGEST_REQUEST = 8 * 1024;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final byte[] GET = {'G', 'E', 'T', ' '};

    private record Failed(Completion done, Throwable cause) {}

    private final int limit;
    private final long timeoutNanos;
    private final byte[] afterTarget;
    private final Daemons threads;
    private final Thread loop;
    private final Selector selector;
    private final Queue<Ask> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asleep = new AtomicBoolean();

    private volatile boolean closed;

    // From here on: the loop's own.
    private final Consumer<SelectionKey> ready = key -> ready((RawConnection) key.attachment());
    private final ByteBuffer request = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES);
    private final ArrayDeque<Ask> line = new ArrayDeque<>();
    private final ArrayDeque<Failed> failures = new ArrayDeque<>();
    private final RawConnections connections;
    private long nowNanos = System.nanoTime();

    RawSelectorFetcher(String name, FetcherConfig config, InetSocketAddress address) throws IOException {
        limit = config.inFlight();
        timeoutNanos = config.timeout().toNanos();
        String host = config.base().getRawAuthority();
        afterTarget = (" HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        selector = Selector.open();
        connections = new RawConnections(selector, address, limit);
        threads = new Daemons(name);
        loop = threads.newThread(this::loop);
        loop.start();
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public String limits() {
        return "1 thread; " + limit + " connections";
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (Thread.currentThread() == loop) {
            start(page, done);
            return;
        }
        inbox.add(new Ask(page, done));
        // Only the first one to come while the loop sleeps pays for waking it.
        if (asleep.get() && asleep.compareAndSet(true, false)) selector.wakeup();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        threads.join(System.nanoTime() + PATIENCE_NANOS);
    }

    private void loop() {
        try {
            while (!closed) {
                for (Ask ask = inbox.poll(); ask != null; ask = inbox.poll()) start(ask.page(), ask.done());
                startThoseInLine();
                for (int i = failures.size(); i > 0; i--) {
                    Failed failed = failures.poll();
                    if (!closed) Tell.failed(failed.done, failed.cause);
                }
                select();
                nowNanos = System.nanoTime();
                expire();
            }
            for (SelectionKey key : selector.keys()) key.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new IllegalStateException("the selector failed", e);
        }
    }

    private void select() throws IOException {
        asleep.set(true);
        // What came before that flag was up has woken nobody.
        if (!inbox.isEmpty() || !failures.isEmpty()) {
            selector.selectNow(ready);
        } else {
            RawConnection oldest = connections.oldest();
            long nanos = oldest == null ? 0 : Math.max(1, oldest.deadlineNanos() - System.nanoTime());
            selector.select(ready, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
        }
        asleep.set(false);
    }

    private void start(Page page, Completion done) {
        if (!connections.isOneFree()) {
            line.add(new Ask(page, done));
            return;
        }
        RawConnection connection = null;
        try {
            write(page.target());
            connection = connections.take(done, nowNanos + timeoutNanos);
            connection.send(request);
        } catch (IOException | RuntimeException e) {
            if (connection != null) connections.drop(connection);
            // Told from the loop: this may be the stack of whoever asks.
            failures.add(new Failed(done, e));
        }
    }

    private void write(String target) throws FetchException {
        request.clear().put(GET);
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c > '~') throw new FetchException(Failure.OTHER, "not a request target: " + target);
            request.put((byte) c);
        }
        request.put(afterTarget).flip();
    }

    private void ready(RawConnection connection) {
        // What was ready a moment ago may have been dropped since.
        if (!connection.isOpen()) return;
        boolean whole;
        try {
            boolean there = connection.ready(piece);
            if (connection.done() == null) {
                if (!there || piece.hasRemaining()) connections.drop(connection);
                return;
            }
            whole = connection.parser.take(piece);
            if (!there) whole = connection.parser.end();
            if (!whole && !there)
                throw new FetchException(Failure.RESET, "connection closed by the server " + connection.parser);
        } catch (IOException | RuntimeException e) {
            fail(connection, e);
            return;
        }
        if (whole) complete(connection);
    }

    private void complete(RawConnection connection) {
        Completion done = connection.done();
        ResponseParser parser = connection.parser;
        int status = parser.status();
        long bytes = parser.bytes();
        long head = parser.head();
        if (parser.close() || connection.isSending()) connections.drop(connection);
        else connections.free(connection);
        // Before the completion asks again, or it would push in.
        startThoseInLine();
        if (!closed) Tell.done(done, status, bytes, head);
    }

    private void startThoseInLine() {
        while (!line.isEmpty() && connections.isOneFree()) {
            Ask ask = line.poll();
            start(ask.page(), ask.done());
        }
    }

    private void expire() {
        RawConnection oldest = connections.oldest();
        while (oldest != null && oldest.deadlineNanos() - nowNanos <= 0) {
            fail(oldest, new FetchException(Failure.TIMEOUT, "timed out " + oldest.parser));
            oldest = connections.oldest();
        }
    }

    private void fail(RawConnection connection, Exception cause) {
        Completion done = connection.done();
        connections.drop(connection);
        if (done != null && !closed) Tell.failed(done, cause);
    }
}
