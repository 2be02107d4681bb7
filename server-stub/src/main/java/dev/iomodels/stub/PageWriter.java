package dev.iomodels.stub;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpField.LongValueHttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** One page in flight: written and then counted. {@link #run} it once, on any thread, when its delay is over. */
final class PageWriter implements Runnable, Callback {
    private static final HttpField CONTENT_TYPE =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/octet-stream");

    private final PageRequest page;
    private final long beginNanos;
    private final Content content;
    private final Counters counters;
    private final Response response;
    private final Callback done;

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
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().add(CONTENT_TYPE).add(new LongValueHttpField(HttpHeader.CONTENT_LENGTH, page.size()));
        if (page.size() <= Content.CHUNK) response.write(true, content.chunk(page.number(), page.size(), 0), this);
        else new Chunks().iterate();
    }

    @Override
    public void succeeded() {
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

    /** Writes a large page chunk by chunk, in a loop: a chain of callbacks would grow the stack while the client keeps up. */
    private final class Chunks extends IteratingCallback {
        private int written;

        @Override
        protected Action process() {
            if (written == page.size()) return Action.SUCCEEDED;
            int from = written;
            written += Content.length(page.size(), from);
            response.write(written == page.size(), content.chunk(page.number(), page.size(), from), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            PageWriter.this.succeeded();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            PageWriter.this.failed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
