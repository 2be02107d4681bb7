package dev.iomodels.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A stub in a JVM of its own. It ends when this is closed, and also when this JVM dies in whatever way: its standard input
 * then closes.
 */
public final class StubProcess implements AutoCloseable {
    /** Fixed flags for the stub's JVM: room for 15 000 pages held back, and nothing that wakes up or writes files meanwhile. */
    public static final List<String> JVM_ARGS =
            List.of("-Xms512m", "-Xmx512m", "-XX:MaxDirectMemorySize=256m", "-XX:+UseParallelGC", "-XX:-UsePerfData");

    private static final int START_SECONDS = 30;
    private static final int STOP_SECONDS = 2;
    private static final int TAIL_LINES = 20;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private volatile Optional<X509Certificate> certificate = Optional.empty();
    private final Deque<String> tail = new ArrayDeque<>();

    private StubProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a stub, which accepts connections when this returns.
     *
     * @param javaExecutable {@code …/bin/java} of the JDK to run it on
     * @param commandPrefix what comes before that on the command line, such as taskset -c 1; often empty
     * @param jvmArgs flags of the JVM, usually {@link #JVM_ARGS}
     * @throws IOException if it cannot be started or does not listen within 30 s, with what it said
     */
    public static StubProcess start(
            Path javaExecutable, List<String> commandPrefix, List<String> jvmArgs, StubOptions options)
            throws IOException {
        List<String> command = new ArrayList<>(commandPrefix);
        command.add(javaExecutable.toString());
        command.addAll(jvmArgs);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StubMain.class.getName()));
        command.addAll(options.arguments());
        StubProcess stub = new StubProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Thread reader = new Thread(stub::listen, "stub-output");
        reader.setDaemon(true);
        reader.start();
        stub.awaitAddress();
        return stub;
    }

    /** Reads to the end, so that the process never waits for a reader. */
    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(StubMain.CERTIFICATE))
                    certificate = Optional.of(StubCertificate.parse(line.substring(StubMain.CERTIFICATE.length())));
                else if (!address.isDone() && line.matches("https?://.*")) address.complete(URI.create(line));
                else remember(line);
            }
            address.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    private synchronized void remember(String line) {
        if (tail.size() == TAIL_LINES) tail.removeFirst();
        tail.addLast(line);
    }

    private synchronized String said() {
        return tail.isEmpty() ? "it said nothing" : "it said:\n" + String.join("\n", tail);
    }

    private void awaitAddress() throws IOException {
        try {
            address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            close();
            throw new IOException("the stub's process ended before it listened; " + said(), e.getCause());
        } catch (TimeoutException e) {
            close();
            throw new IOException("the stub's process does not listen after " + START_SECONDS + " s; " + said(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the stub's process started", e);
        }
    }

    /** Where it is: {@code http://127.0.0.1:8080}, {@code https://…} over TLS. */
    public URI uri() {
        return address.join();
    }

    /** What it shows over TLS; empty over plain HTTP. */
    public Optional<X509Certificate> certificate() {
        return certificate;
    }

    /** The process, for its id, its CPU time and whether it lives. */
    public Process process() {
        return process;
    }

    /** Lets it end by itself, and after 2 s makes it. When this returns, its port is free. Idempotent. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has gone already; that is all that was wanted.
        }
        boolean interrupted = false;
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            interrupted = true;
        }
        process.destroyForcibly().onExit().join();
        if (interrupted) Thread.currentThread().interrupt();
    }
}
