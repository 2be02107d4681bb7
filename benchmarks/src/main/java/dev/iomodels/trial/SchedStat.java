package dev.iomodels.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Linux's own account of a process's CPU time, to the nanosecond (Documentation/scheduler/sched-stats.rst). The JVM's has
 * steps of ten milliseconds, too coarse for a tenth of a second of idling. Threads that have ended are not in it.
 */
final class SchedStat {
    private SchedStat() {}

    /** CPU time of the live threads of {@code pid}; empty where the system does not tell. */
    static OptionalLong nanos(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return OptionalLong.of(tasks.mapToLong(SchedStat::ofTask).sum());
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static long ofTask(Path task) {
        try {
            String line = Files.readString(task.resolve("schedstat"));
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (IOException e) {
            return 0;
        }
    }
}
