package dev.iomodels.stub;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One page in flight: writes its chunks one after the other, each when the one before has left, and then counts it. {@link
 * #run} it once, on any thread, when its delay is over.
 */
final class PageWriter implements Runnable, Callback {
    private static final HttpField CONTENT_TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/octet-stream");

    private final PageRequest page;
    private final long beginNanos;
    private final Content content;
    private final Counters counters;
    private final Response response;
    private final Callback done;
    private int written;

    PageWriter(
            PageRequest page, long beginNanos, Content content, Counters counters, Response response, Callback done) {
        this.page = page;
        this.beginNanos = beginNanos;
        this.content = content;
        this.counters = counters;
        this.response = response;
        this.done = done;
    }

    @Override
    public void run() {
        response.setStatus(200);
        response.getHeaders()
                .add(CONTENT_TYPE)
                .add(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, page.size()));
        write();
    }

    private void write() {
        int from = written;
        written += Content.length(page.size(), from);
        response.write(written == page.size(), content.chunk(page.number(), page.size(), from), this);
    }

    @Override
    public void succeeded() {
        if (written < page.size()) {
            write();
            return;
        }
        counters.late(System.nanoTime() - beginNanos - page.delayNanos());
        counters.end();
        done.succeeded();
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
