package dev.iomodels.demo;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Failure;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Fetches the pages of a round once. As many are asked for as the fetcher can have in flight; the next one is asked for when one came
 * back, on the thread that heard of it. What happens is recorded first, and announced afterwards.
 */
final class Asker {
    private static final int LONGEST_PROBLEM = 200;
    private static final int LOOK_MILLIS = 100;

    private final Round round;
    private final Fetcher fetcher;
    private final Announcer announcer;
    private final LongSupplier nanoClock;
    private final List<Asked> line;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;

    Asker(Round round, Fetcher fetcher, Announcer announcer, LongSupplier nanoClock) {
        this.round = round;
        this.fetcher = fetcher;
        this.announcer = announcer;
        this.nanoClock = nanoClock;
        line = round.pages().stream().map(Asked::new).toList();
        left = new CountDownLatch(line.size());
    }

    /** Fetches all, and waits for them; after {@code patienceNanos} in which none came, those that are left have failed. */
    List<Fetch> ask(long patienceNanos) throws InterruptedException {
        int places = Math.min(line.size(), fetcher.limit());
        for (int i = 0; i < places; i++) askNext();
        await(patienceNanos);
        next.set(line.size());
        for (Asked one : line) one.giveUp();
        long begin = line.get(0).askedNanos;
        return line.stream().map(one -> one.end.get().since(begin)).toList();
    }

    private void await(long patienceNanos) throws InterruptedException {
        long seen = left.getCount();
        long since = nanoClock.getAsLong();
        while (!left.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && nanoClock.getAsLong() - since < patienceNanos) {
            if (left.getCount() == seen) continue;
            seen = left.getCount();
            since = nanoClock.getAsLong();
        }
    }

    private void askNext() {
        int number = next.getAndIncrement();
        if (number < line.size()) line.get(number).ask();
    }

    /** A page of the round, from standing in line to its end. */
    private final class Asked implements Completion {
        private final Page page;
        private final AtomicReference<Fetch> end = new AtomicReference<>();
        private volatile boolean asked;
        private volatile long askedNanos;

        Asked(Page page) {
            this.page = page;
        }

        void ask() {
            askedNanos = nanoClock.getAsLong();
            asked = true;
            announcer.say(() -> "Downloading: " + round.shown(page));
            try {
                fetcher.fetch(page, this);
            } catch (RuntimeException e) {
                failed(e);
            }
        }

        @Override
        public void done(int status, long bytes, long head) {
            over(nanoClock.getAsLong(), status, bytes, round.wrong(page, status, bytes, head));
        }

        @Override
        public void failed(Throwable cause) {
            over(nanoClock.getAsLong(), 0, 0, problem(cause));
        }

        private void over(long now, int status, long bytes, String problem) {
            String thread = Thread.currentThread().getName();
            Fetch fetch = new Fetch(page, askedNanos, now, status, bytes, problem, thread);
            if (!end.compareAndSet(null, fetch)) return;
            announcer.say(() -> text(fetch));
            askNext();
            left.countDown();
        }

        /** Whatever comes later is too late. */
        void giveUp() {
            long now = nanoClock.getAsLong();
            Fetch fetch = asked
                    ? new Fetch(page, askedNanos, now, 0, 0, "timeout: nothing came for too long", "")
                    : new Fetch(page, now, now, 0, 0, "never asked for: those before it did not come back", "");
            if (end.compareAndSet(null, fetch)) announcer.say(() -> text(fetch));
        }
    }

    private String text(Fetch fetch) {
        String page = round.shown(fetch.page());
        if (fetch.failed()) return "Failed: " + page + " after " + Times.text(fetch.nanos()) + ": " + fetch.problem();
        String status = round.held() ? "" : ", status " + fetch.status() + ", " + fetch.bytes() + " bytes";
        return "Done: " + page + " in " + Times.text(fetch.nanos()) + status + ", on " + fetch.thread();
    }

    private static String problem(Throwable cause) {
        String kind = Failure.of(cause).name().toLowerCase(Locale.ROOT);
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (cause instanceof UnknownHostException) return Plain.text("unknown host: " + said, LONGEST_PROBLEM);
        return Plain.text((kind.equals("other") ? "" : kind + ": ") + said, LONGEST_PROBLEM);
    }
}
