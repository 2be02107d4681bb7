package dev.iomodels.fetch;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * One of Netty's event loops and its connections: the one used last first. The time limit is for a whole fetch, from the moment that
 * it has a connection. Except {@link #fetch} and what chooses a loop, all is the loop's own thread's.
 */
final class NettyLoop {
    /** How often it is looked for what is overdue: ten times within a time-out, but at least once a second. */
    private static final int LOOKS_PER_TIMEOUT = 10;

    private static final long MOST_LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EventLoop loop;
    private final NettyRequests requests;
    private final int most;
    private final long timeoutNanos;
    private final BooleanSupplier closed;
    private final Bootstrap bootstrap;
    private final AtomicInteger load = new AtomicInteger();

    /** May hold some that were closed meanwhile: they are left out when their turn comes. */
    private final ArrayDeque<NettyConnection> idle = new ArrayDeque<>();

    /** The oldest first, as all have the same time limit. */
    private final Set<NettyConnection> inFlight = new LinkedHashSet<>();

    private final ArrayDeque<Ask> line = new ArrayDeque<>();
    private int open;

    /**
     * @param most how many connections it may have
     * @param closed whether nothing is to be told any more
     */
    NettyLoop(
            EventLoop loop,
            Class<? extends Channel> channel,
            NettyRequests requests,
            int most,
            Duration timeout,
            BooleanSupplier closed) {
        this.loop = loop;
        this.requests = requests;
        this.most = most;
        this.closed = closed;
        timeoutNanos = timeout.toNanos();
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(channel)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(Integer.MAX_VALUE, timeout.toMillis() + 1));
        long look = Math.min(MOST_LOOK_NANOS, timeoutNanos / LOOKS_PER_TIMEOUT + 1);
        loop.scheduleWithFixedDelay(this::expire, look, look, TimeUnit.NANOSECONDS);
    }

    /** Whether the calling thread is this loop's. */
    boolean isHere() {
        return loop.inEventLoop();
    }

    /** How many pages it was asked for that have not come back. */
    int load() {
        return load.get();
    }

    /** Whether one more page need not stand in line. */
    boolean hasRoom() {
        return load.get() < most;
    }

    /** Any thread may ask. */
    void fetch(Page page, Completion done) {
        load.incrementAndGet();
        if (isHere()) start(page, done);
        else loop.execute(() -> start(page, done));
    }

    /** The fetch that {@code connection} carried has come back whole; if {@code reusable}, it can carry the next. */
    void over(NettyConnection connection, boolean reusable, Completion done) {
        int status = connection.status();
        Drained drained = connection.drained();
        inFlight.remove(connection);
        load.decrementAndGet();
        if (reusable) idle.addLast(connection);
        else connection.close();
        if (closed.getAsBoolean()) return;
        // Before the completion asks again, or it would push in; it may be this connection that goes on.
        startThoseInLine();
        Tell.done(done, status, drained.bytes(), drained.head());
    }

    /** The fetch that {@code connection} carried has failed. Told later: this may be the stack of whoever asks. */
    void failed(NettyConnection connection, Completion done, Throwable cause) {
        inFlight.remove(connection);
        load.decrementAndGet();
        if (closed.getAsBoolean()) return;
        loop.execute(() -> {
            startThoseInLine();
            if (!closed.getAsBoolean()) Tell.failed(done, cause);
        });
    }

    /** A connection is gone. */
    void gone() {
        open--;
    }

    private void start(Page page, Completion done) {
        NettyConnection connection = idle();
        if (connection == null && open == most) {
            line.add(new Ask(page, done));
            return;
        }
        boolean fresh = connection == null;
        if (fresh) connection = new NettyConnection(this);
        inFlight.add(connection);
        connection.carry(requests.get(page), done, System.nanoTime() + timeoutNanos);
        if (fresh) connect(connection);
    }

    private void startThoseInLine() {
        while (!line.isEmpty() && (open < most || hasIdle())) {
            Ask ask = line.poll();
            start(ask.page(), ask.done());
        }
    }

    private void connect(NettyConnection connection) {
        open++;
        bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        requests.speak(channel);
                        channel.pipeline().addLast(connection);
                    }
                })
                .connect(requests.address())
                .addListener(future -> {
                    if (!future.isSuccess()) connection.fail(future.cause());
                });
    }

    private boolean hasIdle() {
        while (!idle.isEmpty() && !idle.peekLast().isOpen()) idle.removeLast();
        return !idle.isEmpty();
    }

    private NettyConnection idle() {
        return hasIdle() ? idle.removeLast() : null;
    }

    private void expire() {
        long now = System.nanoTime();
        for (Iterator<NettyConnection> oldest = inFlight.iterator(); oldest.hasNext(); oldest = inFlight.iterator()) {
            NettyConnection connection = oldest.next();
            if (now - connection.deadlineNanos() < 0) return;
            connection.fail(new FetchException(Failure.TIMEOUT, "timed out"));
        }
    }
}
