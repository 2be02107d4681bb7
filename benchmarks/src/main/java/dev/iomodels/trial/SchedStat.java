package dev.iomodels.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Linux's own account of a process's CPU time, to the nanosecond (Documentation/scheduler/sched-stats.rst). The JVM's has
 * steps of ten milliseconds, too coarse for a tenth of a second of idling. Of the threads that lived when it was made, without
 * those that compile: these are busy for a while after code became hot, which is no idling; and without the one that made it,
 * because looking at thousands of threads is work. For the same reason it looks them up once, and leaves little to collect:
 * collections, too, would be taken for idling. To be used by one thread.
 */
final class SchedStat {
    /** As HotSpot names them; Linux keeps fifteen letters. */
    private static final List<String> COMPILERS = List.of("C1 CompilerThre", "C2 CompilerThre");
    /** More than three numbers take. */
    private static final int LINE = 128;

    private final List<Path> threads;
    private final ByteBuffer line = ByteBuffer.allocate(LINE);

    private SchedStat(List<Path> threads) {
        this.threads = threads;
    }

    /** That of the JVM {@code pid}; empty where the system does not tell. */
    static Optional<SchedStat> of(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            Path own = Path.of("/proc/thread-self").toRealPath();
            List<Path> threads = tasks.filter(task -> !task.equals(own) && !compiles(task))
                    .map(task -> task.resolve("schedstat"))
                    .toList();
            return Optional.of(new SchedStat(threads));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean compiles(Path task) {
        try {
            return COMPILERS.contains(Files.readString(task.resolve("comm")).strip());
        } catch (IOException e) {
            return true;
        }
    }

    /** CPU time of those of the threads that still live. */
    long nanos() {
        long sum = 0;
        for (Path thread : threads) sum += nanos(thread);
        return sum;
    }

    /** The first of the numbers in it. */
    private long nanos(Path schedstat) {
        try (ByteChannel file = Files.newByteChannel(schedstat)) {
            line.clear();
            file.read(line);
        } catch (IOException e) {
            return 0;
        }
        long nanos = 0;
        for (line.flip(); line.hasRemaining(); ) {
            byte digit = line.get();
            if (digit < '0' || digit > '9') break;
            nanos = 10 * nanos + digit - '0';
        }
        return nanos;
    }
}
