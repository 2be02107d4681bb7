package dev.iomodels.fetch;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** One fetch with {@code java.net.http}: drains its body, and knows when it last heard something. */
final class JdkFetch implements BodyHandler<Void>, BodySubscriber<Void> {
    private final Drained drained = new Drained();
    private final CompletableFuture<Void> body = new CompletableFuture<>();

    private int status;

    private volatile long heardNanos = System.nanoTime();
    private volatile boolean expired;

    /** Whether nothing was heard for {@code timeoutNanos}: then it is a time-out, whatever the client makes of its end. */
    boolean expired(long nowNanos, long timeoutNanos) {
        expired |= nowNanos - heardNanos >= timeoutNanos;
        return expired;
    }

    /** Tells {@code done} how it ended; {@code cause} is null if a whole response came. */
    void tell(Completion done, Throwable cause) {
        if (cause == null) done.done(status, drained.bytes(), drained.head());
        else if (expired) done.failed(new FetchException(Failure.TIMEOUT, "timed out"));
        else done.failed(cause);
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo response) {
        heardNanos = System.nanoTime();
        status = response.statusCode();
        return this;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        heardNanos = System.nanoTime();
        pieces.forEach(drained::take);
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(null);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }
}
