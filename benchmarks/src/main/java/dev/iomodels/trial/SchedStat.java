package dev.iomodels.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Linux's own account of a process's CPU time, to the nanosecond (Documentation/scheduler/sched-stats.rst). The JVM's has
 * steps of ten milliseconds, too coarse for a tenth of a second of idling. Threads that have ended are not in it.
 */
final class SchedStat {
    /** As HotSpot names them; Linux keeps fifteen letters. */
    private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");

    private SchedStat() {}

    /**
     * CPU time of the live threads of the JVM {@code pid}, without those that compile: these are busy for a while after
     * code became hot, which is no idling. Empty where the system does not tell.
     */
    static OptionalLong nanosWithoutCompilers(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return OptionalLong.of(tasks.mapToLong(SchedStat::ofTask).sum());
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static long ofTask(Path task) {
        try {
            if (COMPILERS.contains(Files.readString(task.resolve("comm")).strip())) return 0;
            String line = Files.readString(task.resolve("schedstat"));
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (IOException e) {
            return 0;
        }
    }
}
