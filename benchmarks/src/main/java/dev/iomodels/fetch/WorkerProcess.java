package dev.iomodels.fetch;

import dev.iomodels.stub.StubCertificate;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker process, seen from its parent. Used by one thread, except {@link #close} and {@link #allocatedBytes}. */
final class WorkerProcess implements AutoCloseable {
    /** The heap of a worker, fixed. */
    static final String HEAP = "256m";

    private static final long PATIENCE_MILLIS = 1_000;

    private final Process process;
    private final DataOutputStream pages;
    private final DataInputStream outcomes;

    private volatile long allocatedBytes;

    private WorkerProcess(Process process) {
        this.process = process;
        pages = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        outcomes = new DataInputStream(process.getInputStream());
    }

    /** Starts a worker with this JVM's executable, class path and collector, and whom it trusts; what it has to say goes to this JVM's standard error. */
    static WorkerProcess start(FetcherConfig config) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (config.anywhere()) command.addAll(given("-Djavax\\.net\\.ssl\\.trustStore.*"));
        command.addAll(List.of(
                "-Xms" + HEAP,
                "-Xmx" + HEAP,
                collector(),
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                config.base().toString(),
                config.timeout().toString(),
                Boolean.toString(config.anywhere())));
        config.certificate().map(StubCertificate::text).ifPresent(command::add);
        return new WorkerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The option that chose this JVM's collector; G1 if none did, so that a small machine does not choose another for the worker. */
    private static String collector() {
        return given("-XX:\\+Use[A-Za-z0-9]+GC").stream()
                .reduce((first, last) -> last)
                .orElse("-XX:+UseG1GC");
    }

    /** The options of this JVM that match. */
    private static List<String> given(String pattern) {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.matches(pattern))
                .toList();
    }

    /** Waits until the worker says that it is ready. */
    void awaitReady() throws IOException {
        Outcome.read(outcomes);
    }

    /** Has the worker fetch a page, and waits for it. An exception means that the worker is gone. */
    Outcome fetch(Page page) throws IOException {
        Outcome.writePage(page, pages);
        Outcome outcome = Outcome.read(outcomes);
        allocatedBytes = outcome.allocatedBytes();
        return outcome;
    }

    long allocatedBytes() {
        return allocatedBytes;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the worker if it still lives. */
    void kill() {
        process.destroyForcibly();
    }

    /** Kills the worker if it still lives, and waits up to a second for its end. */
    @Override
    public void close() {
        kill();
        try {
            process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (AutoCloseable end : List.of(process.getOutputStream(), process.getInputStream())) {
            try {
                end.close();
            } catch (Exception e) {
                // What the pipe still held is lost with the worker.
            }
        }
    }

    /** Which process this is or was, and how it ended. */
    @Override
    public String toString() {
        return "pid " + process.pid() + (process.isAlive() ? "" : ", exit status " + process.exitValue());
    }
}
