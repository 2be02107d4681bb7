package dev.iomodels.stub;

import java.io.IOException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpField.LongValueHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One page in flight: written and then counted. {@link #run} it once, on any thread, when its delay and its stall are over. */
final class PageWriter implements Runnable, Callback {
    private static final HttpField CONTENT_TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/octet-stream");
    private static final HttpField CLOSE =
            new PreEncodedHttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    private static final HttpField CHUNKED =
            new PreEncodedHttpField(HttpHeader.TRANSFER_ENCODING, HttpHeaderValue.CHUNKED.asString());

    private final PageRequest page;
    private final Content content;
    private final Counters counters;
    private final Timer timer;
    private final Request request;
    private final Response response;
    private final Callback done;

    PageWriter(
            PageRequest page,
            Content content,
            Counters counters,
            Timer timer,
            Request request,
            Response response,
            Callback done) {
        this.page = page;
        this.content = content;
        this.counters = counters;
        this.timer = timer;
        this.request = request;
        this.response = response;
        this.done = done;
    }

    @Override
    public void run() {
        Fault fault = page.fault();
        if (fault.reset() == Fault.Reset.HEADERS) {
            cut();
            return;
        }
        response.setStatus(fault.status());
        HttpFields.Mutable headers = response.getHeaders().add(CONTENT_TYPE);
        headers.add(fault.chunked() ? CHUNKED : new LongValueHttpField(HttpHeader.CONTENT_LENGTH, page.size()));
        if (fault.close()) headers.add(CLOSE);
        if (page.size() > Content.CHUNK || fault.dripNanos() > 0 || fault.reset() == Fault.Reset.BODY)
            new Pieces(page, beginNanos(), content, timer, response, this).iterate();
        else response.write(true, content.piece(page.number(), 0, page.size()), this);
    }

    private long beginNanos() {
        return request.getBeginNanoTime();
    }

    /** All is written that was to be written. */
    @Override
    public void succeeded() {
        if (page.fault().reset() == Fault.Reset.BODY) {
            cut();
            return;
        }
        count();
        done.succeeded();
    }

    private void cut() {
        try {
            Cut.connection(request);
        } catch (IOException e) {
            failed(e);
            return;
        }
        count();
        done.failed(new EofException("reset on purpose"));
    }

    private void count() {
        counters.late(System.nanoTime() - beginNanos() - page.nanos());
        counters.end();
    }

    /** The client has gone: nothing that anybody needs to hear of, and it says nothing of how late the page was. */
    @Override
    public void failed(Throwable cause) {
        counters.end();
        done.failed(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
