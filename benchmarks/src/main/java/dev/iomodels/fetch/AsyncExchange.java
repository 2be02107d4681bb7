package dev.iomodels.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * One fetch of HttpClient's async face: makes the request, drains the response and hears how it ended, in one object. A good
 * end is told when the client releases its resources, not when the response is whole: only then is the connection free for
 * the page that the completion asks for.
 */
final class AsyncExchange implements AsyncRequestProducer, AsyncResponseConsumer<Void>, FutureCallback<Void> {
    private final HttpHost host;
    private final Page page;
    private final SelectorFetcher fetcher;
    private final Completion done;
    private final AtomicBoolean told = new AtomicBoolean();

    private FutureCallback<Void> result;
    private boolean whole;
    private int status;
    private long bytes;
    private long head;

    AsyncExchange(HttpHost host, Page page, SelectorFetcher fetcher, Completion done) {
        this.host = host;
        this.page = page;
        this.fetcher = fetcher;
        this.done = done;
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        channel.sendRequest(new BasicHttpRequest("GET", host, page.target()), null, context);
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> callback) {
        status = response.getCode();
        result = callback;
        if (entity == null) end();
    }

    @Override
    public void consume(ByteBuffer piece) {
        int read = piece.remaining();
        int position = piece.position();
        for (int i = 0; i < read && bytes + i < Long.BYTES; i++)
            head |= (piece.get(position + i) & 0xFFL) << (Byte.SIZE * (Long.BYTES - 1 - (bytes + i)));
        bytes += read;
        piece.position(position + read);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        end();
    }

    private void end() {
        whole = true;
        result.completed(null);
    }

    @Override
    public void releaseResources() {
        if (whole) tell(null);
    }

    @Override
    public void failed(Exception cause) {
        tell(cause);
    }

    @Override
    public void cancelled() {
        tell(new CancellationException("the client cancelled this fetch"));
    }

    private void tell(Exception cause) {
        if (!told.compareAndSet(false, true)) return;
        if (fetcher.isAskedHere()) fetcher.handOver(() -> report(cause));
        else report(cause);
    }

    private void report(Exception cause) {
        if (fetcher.isClosed()) return;
        if (cause == null) done.done(status, bytes, head);
        else done.failed(cause);
    }

    @Override
    public void completed(Void nothing) {
        // Told when the connection is free.
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // Says nothing about the page.
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void produce(DataStreamChannel channel) {
        // A GET has no body.
    }
}
