package dev.iomodels.fetch;

import io.netty.channel.Channel;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Netty's event loops, each with connections of its own. A page that is asked for on a loop's thread stays with that loop
 * and is sent at once; from other threads it goes to the loop that has the least to do.
 */
final class NettyFetcher implements Fetcher {
    private static final long PATIENCE_SECONDS = 5;

    /** How a loop waits: {@code name} is for the reader of a result. */
    private record Transport(String name, IoHandlerFactory handler, Class<? extends Channel> channel) {
        static Transport here() {
            return Epoll.isAvailable()
                    ? new Transport("epoll", EpollIoHandler.newFactory(), EpollSocketChannel.class)
                    : new Transport("NIO", NioIoHandler.newFactory(), NioSocketChannel.class);
        }
    }

    private final int limit;
    private final String limits;
    private final Daemons threads;
    private final IoEventLoopGroup group;
    private final NettyLoop[] loops;

    private volatile boolean closed;

    NettyFetcher(String name, FetcherConfig config, int count) {
        NettyRequests requests = NettyRequests.to(config);
        Transport transport = Transport.here();
        limit = config.inFlight();
        limits = count + (count == 1 ? " event loop, " : " event loops, ") + transport.name + "; " + limit
                + " connections";
        threads = new Daemons(name, FastThreadLocalThread::new);
        group = new MultiThreadIoEventLoopGroup(count, threads, transport.handler);
        loops = new NettyLoop[count];
        for (int i = 0; i < count; i++) {
            // Together they have as many connections as there may be.
            int share = limit / count + (i < limit % count ? 1 : 0);
            loops[i] =
                    new NettyLoop(group.next(), transport.channel, requests, share, config.timeout(), this::isClosed);
        }
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public String limits() {
        return limits;
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (closed) return;
        try {
            loop().fetch(page, done);
        } catch (RejectedExecutionException e) {
            // Whoever asks while somebody else closes is not to blame.
            if (!closed) throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        group.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
        threads.join(System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    }

    private boolean isClosed() {
        return closed;
    }

    private NettyLoop loop() {
        NettyLoop least = loops[0];
        for (NettyLoop loop : loops) {
            if (loop.isHere() && loop.hasRoom()) return loop;
            if (loop.load() < least.load()) least = loop;
        }
        return least;
    }
}
