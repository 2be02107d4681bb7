package dev.iomodels.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A completion that remembers what it heard, how often, and whether the asking stack was below. */
class Heard implements Completion {
    private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

    final AtomicInteger times = new AtomicInteger();
    volatile int status;
    volatile long bytes;
    volatile long head;
    volatile Throwable cause;
    volatile boolean onAskingStack;

    private final CountDownLatch first = new CountDownLatch(1);

    /** Asks for a page; whatever hears of it inside this call is caught. */
    static void ask(Fetcher fetcher, Page page, Completion done) {
        boolean outer = ASKING.get();
        ASKING.set(true);
        try {
            fetcher.fetch(page, done);
        } finally {
            ASKING.set(outer);
        }
    }

    static Heard of(Fetcher fetcher, Page page) {
        Heard heard = new Heard();
        ask(fetcher, page, heard);
        return heard;
    }

    static boolean asking() {
        return ASKING.get();
    }

    @Override
    public void done(int status, long bytes, long head) {
        this.status = status;
        this.bytes = bytes;
        this.head = head;
        heard();
    }

    @Override
    public void failed(Throwable cause) {
        this.cause = cause;
        heard();
    }

    private void heard() {
        onAskingStack |= ASKING.get();
        times.incrementAndGet();
        first.countDown();
    }

    /** Waits until it has heard something. */
    Heard await() {
        try {
            assertThat(first.await(60, TimeUnit.SECONDS)).as("something heard").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(times).hasValue(1);
        assertThat(onAskingStack).as("heard on the asking stack").isFalse();
        return this;
    }

    void isPage(Page page) {
        await();
        assertThat(cause).isNull();
        assertThat(status).isEqualTo(200);
        assertThat(bytes).isEqualTo(page.size());
        assertThat(head).isEqualTo(page.head());
    }

    void isFailure(Failure kind) {
        await();
        assertThat(cause).isNotNull();
        assertThat(Failure.of(cause)).as("%s", cause).isEqualTo(kind);
    }

    /** Waits until {@code condition} holds, a minute at most. */
    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for: " + what).isLessThan(deadline);
            pause(5);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
