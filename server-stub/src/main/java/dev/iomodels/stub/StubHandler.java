package dev.iomodels.stub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests: pages at once or through the timer, readings of the stub on a thread of the pool, and mistakes in words. */
final class StubHandler extends Handler.Abstract.NonBlocking {
    private final StubOptions options;
    private final Content content = new Content();
    private final Counters counters;
    private final Timer timer;
    private final Supplier<StubStats> stats;

    StubHandler(StubOptions options, Counters counters, Timer timer, Supplier<StubStats> stats) {
        this.options = options;
        this.counters = counters;
        this.timer = timer;
        this.stats = stats;
    }

    @Override
    public boolean handle(Request request, Response response, Callback done) {
        String path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith(PageRequest.PATH) && !path.equals("/stats")) {
            say(
                    response,
                    HttpStatus.NOT_FOUND_404,
                    path + ": nothing there; try /page/17?delay=50ms&size=1KiB or /stats",
                    done);
        } else if (!HttpMethod.GET.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET");
            say(response, HttpStatus.METHOD_NOT_ALLOWED_405, "method " + request.getMethod() + ": GET only", done);
        } else if (path.equals("/stats")) {
            ConnectionMetaData connection = request.getConnectionMetaData();
            if (connection.getConnection().getMessagesIn() <= 1) counters.connectedToRead(Tls.agreed(connection));
            // Taking and encoding a reading would hold up every page of this selector.
            request.getComponents().getExecutor().execute(() -> stats(response, done));
        } else {
            page(request, path, response, done);
        }
        return true;
    }

    private void page(Request request, String path, Response response, Callback done) {
        String query = request.getHttpURI().getQuery();
        PageRequest page;
        try {
            page = PageRequest.parse(path, query == null ? "" : query, options);
        } catch (IllegalArgumentException e) {
            say(response, HttpStatus.BAD_REQUEST_400, e.getMessage(), done);
            return;
        }
        counters.begin();
        PageWriter writer = new PageWriter(page, content, counters, timer, request, response, done);
        long nothingNanos = page.delayNanos() + page.fault().stallNanos();
        if (nothingNanos == 0) writer.run();
        else timer.hold(writer, request.getBeginNanoTime() + nothingNanos - System.nanoTime());
    }

    private void stats(Response response, Callback done) {
        try {
            byte[] json = stats.get().toJson();
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, json.length);
            response.write(true, ByteBuffer.wrap(json), done);
        } catch (RuntimeException e) {
            done.failed(e);
        }
    }

    private static void say(Response response, int status, String message, Callback done) {
        byte[] text = (message + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
        response.write(true, ByteBuffer.wrap(text), done);
    }
}
