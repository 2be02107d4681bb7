package dev.iomodels.fetch;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends a {@code java.net.http.HttpClient}. From JDK 21 it can be closed; before, it ends with the thread of its selector, which
 * ends when it is interrupted and then closes every connection.
 */
final class JdkClientEnd {
    /** The client's text ends with its number, and its selector's thread has that number in its name. */
    private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)$");

    private final HttpClient client;

    private JdkClientEnd(HttpClient client) {
        this.client = client;
    }

    static JdkClientEnd of(HttpClient client) {
        return new JdkClientEnd(client);
    }

    /** Ends it and waits for that, so long at most. */
    void await(Duration patience) {
        try {
            if (Runtime.version().feature() >= 21) shutDown(patience);
            else interrupt(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code client.shutdownNow(); client.awaitTermination(patience)}. */
    private void shutDown(Duration patience) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
            HttpClient.class.getMethod("awaitTermination", Duration.class).invoke(client, patience);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK's HttpClient cannot be closed", e);
        }
    }

    private void interrupt(Duration patience) throws InterruptedException {
        Matcher number = NUMBER.matcher(client.toString());
        if (!number.find()) return;
        String name = "HttpClient-" + number.group(1) + "-SelectorManager";
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.getName().equals(name)) continue;
            thread.interrupt();
            thread.join(patience.toMillis());
        }
    }
}
