package dev.iomodels.fetch;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;

/** {@link HttpClient#sendAsync}. As the client opens as many connections as are asked for, what is too much stands in line here. */
final class JdkClientFetcher implements Fetcher {
    private final int limit;
    private final JdkClient client;
    private final Semaphore connections;
    private final Queue<Ask> line = new ConcurrentLinkedQueue<>();

    /** Whether this thread is starting a fetch: a future that is done at once says so on the stack that asks. */
    private final ThreadLocal<boolean[]> starting = ThreadLocal.withInitial(() -> new boolean[1]);

    JdkClientFetcher(String name, FetcherConfig config) {
        limit = config.inFlight();
        connections = new Semaphore(limit);
        client = new JdkClient(name, config);
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public String limits() {
        return "java.net.http sendAsync, 1 selector thread and a cached pool of threads, completions " + completions()
                + "; " + limit + " connections";
    }

    /** Where the client completes its futures, which no executor of ours changes; before JDK 25 it depends on the processors. */
    private static String completions() {
        return new CompletableFuture<Void>().defaultExecutor() == ForkJoinPool.commonPool()
                ? "in the JDK's common pool"
                : "on a new thread for every page, as this JDK has them on one or two processors";
    }

    @Override
    public void fetch(Page page, Completion done) {
        if (client.isClosed()) return;
        if (connections.tryAcquire()) {
            start(page, done);
        } else {
            line.add(new Ask(page, done));
            startThoseInLine();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private void startThoseInLine() {
        while (!line.isEmpty() && connections.tryAcquire()) {
            Ask ask = line.poll();
            if (ask == null) connections.release();
            else start(ask.page(), ask.done());
        }
    }

    private void start(Page page, Completion done) {
        boolean[] here = starting.get();
        here[0] = true;
        try {
            JdkFetch fetch = new JdkFetch();
            CompletableFuture<HttpResponse<Void>> response = send(page, fetch);
            client.begun(fetch, () -> response.cancel(true));
            response.whenComplete((all, cause) -> {
                if (starting.get()[0]) client.execute(() -> end(fetch, done, cause));
                else end(fetch, done, cause);
            });
        } finally {
            here[0] = false;
        }
    }

    private CompletableFuture<HttpResponse<Void>> send(Page page, JdkFetch fetch) {
        try {
            return client.client().sendAsync(JdkClient.request(page), fetch);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void end(JdkFetch fetch, Completion done, Throwable cause) {
        client.over(fetch);
        connections.release();
        if (client.isClosed()) return;
        // Before the completion asks again, or it would push in.
        startThoseInLine();
        fetch.tell(done, cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause);
    }
}
