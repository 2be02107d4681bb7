package dev.iomodels.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How often the threads of this process and its workers were switched, voluntarily or not, as Linux counts it for each
 * thread (proc(5)). Left out are the harness's: the one that asks here first, and those that are called after it. A thread
 * that ends keeps what it had when it was last looked at. Looking takes some 30 µs for each thread.
 */
final class ContextSwitches {
    private static final String HARNESS = "harness-";

    private final Workers workers;
    private final Path harness;
    private final Map<Path, Long> seen = new HashMap<>();

    /** To be made by the thread that is left out. */
    ContextSwitches(Workers workers) {
        this.workers = workers;
        this.harness = ownTask();
    }

    /** How often until now; empty where the system does not tell. */
    OptionalLong count() {
        try {
            look(ProcessHandle.current().pid());
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
        for (ProcessHandle worker : workers.alive()) {
            try {
                look(worker.pid());
            } catch (IOException | UncheckedIOException e) {
                // It has just ended; its threads keep what they had.
                continue;
            }
        }
        return OptionalLong.of(seen.values().stream().mapToLong(Long::longValue).sum());
    }

    private void look(long pid) throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            tasks.filter(task -> !task.equals(harness)).forEach(this::lookAt);
        }
    }

    private void lookAt(Path task) {
        List<String> lines;
        try {
            lines = Files.readAllLines(task.resolve("status"));
        } catch (IOException e) {
            return;
        }
        long count = 0;
        for (String line : lines) {
            if (line.startsWith("Name:") && value(line).startsWith(HARNESS)) return;
            if (line.startsWith("voluntary_ctxt_switches:") || line.startsWith("nonvoluntary_ctxt_switches:"))
                count += Long.parseLong(value(line));
        }
        seen.put(task, count);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static Path ownTask() {
        try {
            return Path.of("/proc").resolve(Files.readSymbolicLink(Path.of("/proc/thread-self")));
        } catch (IOException e) {
            return Path.of("/proc");
        }
    }
}
