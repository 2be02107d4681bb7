package dev.iomodels.load;

import dev.iomodels.fetch.Completion;
import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fetcher that only takes down who asked for what; the test answers. */
final class Desk implements Fetcher {
    private final int limit;
    private final List<Ask> asks = new CopyOnWriteArrayList<>();

    record Ask(Page page, Completion done, long atNanos, String thread) {}

    Desk(int limit) {
        this.limit = limit;
    }

    @Override
    public void fetch(Page page, Completion done) {
        asks.add(new Ask(page, done, System.nanoTime(), Thread.currentThread().getName()));
    }

    @Override
    public int limit() {
        return limit;
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    void answer(int number) {
        Ask ask = asks.get(number);
        ask.done.done(200, ask.page.size(), ask.page.head());
    }

    @Override
    public void close() {
        asks.clear();
    }
}
