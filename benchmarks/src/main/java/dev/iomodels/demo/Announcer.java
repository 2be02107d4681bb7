package dev.iomodels.demo;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows what happens as it happens, on a thread of its own: whoever fetches only leaves word. */
final class Announcer implements AutoCloseable {
    private final BlockingQueue<Supplier<String>> words = new LinkedBlockingQueue<>();
    private final Supplier<String> end = () -> "";
    private final Thread thread;

    /** @param shown takes a line at a time, on the announcer's thread */
    Announcer(Consumer<String> shown) {
        thread = new Thread(() -> announce(shown), "announcer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Leaves word; what it says is put together later. */
    void say(Supplier<String> line) {
        words.add(line);
    }

    private void announce(Consumer<String> shown) {
        try {
            for (Supplier<String> line = words.take(); line != end; line = words.take()) shown.accept(line.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all was shown. */
    @Override
    public void close() {
        words.add(end);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
