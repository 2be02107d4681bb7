package dev.iomodels.fetch;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** One of Netty's connections: carries a fetch at a time, and drains what comes. Used by its loop's thread only. */
final class NettyConnection extends ChannelInboundHandlerAdapter {
    private final NettyLoop loop;
    private final ChannelFutureListener written = future -> {
        if (!future.isSuccess()) fail(future.cause());
    };

    /** What it speaks through; null until it is connected. */
    private ChannelHandlerContext context;

    /** What is to be sent as soon as it is connected; null if nothing is. */
    private FullHttpRequest request;

    /** Who hears of the fetch; null while it carries none. */
    private Completion done;

    private long deadlineNanos;
    private int status;
    private boolean interim;
    private boolean keepAlive;
    private Drained drained = new Drained();
    private boolean open = true;

    NettyConnection(NettyLoop loop) {
        this.loop = loop;
    }

    /** Sends {@code next}, at once or when it is connected. */
    void carry(FullHttpRequest next, Completion hears, long deadline) {
        done = hears;
        deadlineNanos = deadline;
        status = 0;
        drained = new Drained();
        if (context == null) request = next;
        else context.writeAndFlush(next).addListener(written);
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    int status() {
        return status;
    }

    Drained drained() {
        return drained;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        if (!open) return;
        open = false;
        loop.gone();
        if (context != null) context.close();
    }

    /** Closes it; what it carried has failed. */
    void fail(Throwable cause) {
        Completion hears = done;
        done = null;
        close();
        if (hears != null) loop.failed(this, hears, cause);
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
        if (!open) {
            // It ran out of time while it was connecting.
            active.close();
            return;
        }
        active.writeAndFlush(request).addListener(written);
        request = null;
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        fail(new FetchException(Failure.RESET, "connection closed by the server"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext in, Throwable cause) {
        fail(
                cause instanceof PrematureChannelClosureException
                        ? new FetchException(Failure.RESET, "connection closed by the server")
                        : cause);
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        try {
            if (done == null) fail(FetchException.malformed("bytes that nobody asked for"));
            else read((HttpObject) message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            exceptionCaught(context, part.decoderResult().cause());
            return;
        }
        if (part instanceof HttpResponse response) {
            status = response.status().code();
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            keepAlive = HttpUtil.isKeepAlive(response);
        }
        if (part instanceof HttpContent content && !interim) drain(content.content());
        if (part instanceof LastHttpContent && !interim) {
            Completion hears = done;
            done = null;
            loop.over(this, keepAlive, hears);
        }
    }

    private void drain(ByteBuf piece) {
        while (drained.wants() && piece.isReadable()) drained.take(piece.readByte());
        drained.count(piece.readableBytes());
    }
}
