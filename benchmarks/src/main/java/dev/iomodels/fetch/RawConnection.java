package dev.iomodels.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection of the raw selector, and the fetch that it carries, if any. Used by the loop's thread only. */
final class RawConnection {
    final ResponseParser parser = new ResponseParser();

    /** Neighbours in {@link Deadlines}. */
    RawConnection older;

    RawConnection newer;

    private final SocketChannel channel;
    private final SelectionKey key;

    private Completion done;
    private long deadlineNanos;
    private ByteBuffer unsent;

    private RawConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        key = channel.register(selector, 0, this);
    }

    /**
     * Begins to connect; the selector tells when {@link #ready} has something to do.
     *
     * @throws IOException if that failed at once; nothing is left open then
     */
    static RawConnection open(Selector selector, InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            RawConnection connection = new RawConnection(channel, selector);
            connection.key.interestOps(channel.connect(address) ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Makes it carry the fetch that {@code done} hears of until {@code deadlineNanos} of {@link System#nanoTime}, or none (null). */
    void carry(Completion done, long deadlineNanos) {
        this.done = done;
        this.deadlineNanos = deadlineNanos;
        parser.reset();
    }

    /** Who hears of the fetch in flight; null while the connection is idle. */
    Completion done() {
        return done;
    }

    /** When the fetch in flight fails, by {@link System#nanoTime}. */
    long deadlineNanos() {
        return deadlineNanos;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether a part of the request is still to be sent. */
    boolean isSending() {
        return unsent != null;
    }

    /** Sends what {@code request} has, now or as soon as the connection takes it. */
    void send(ByteBuffer request) throws IOException {
        if (channel.isConnected()) channel.write(request);
        if (request.hasRemaining()) {
            unsent = ByteBuffer.allocate(request.remaining()).put(request).flip();
            if (channel.isConnected()) key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    /**
     * Goes on with what the selector found possible.
     *
     * @param piece what came is there, ready to be taken; empty if nothing did
     * @return whether the connection is still there: false after the other side has closed it
     */
    boolean ready(ByteBuffer piece) throws IOException {
        piece.clear().limit(0);
        if (key.isConnectable() && channel.finishConnect()) key.interestOps(SelectionKey.OP_READ);
        if (unsent != null && channel.isConnected()) {
            channel.write(unsent);
            key.interestOps(
                    unsent.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
            if (!unsent.hasRemaining()) unsent = null;
        }
        if (!key.isReadable()) return true;
        piece.clear();
        boolean there = channel.read(piece) >= 0;
        piece.flip();
        return there;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The connection is given up in any case.
        }
    }
}
