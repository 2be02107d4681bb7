package dev.iomodels.fetch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the worker processes of this JVM hold, all together; nothing where there are none. */
record WorkersHold(long threads, long liveBytes) {
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    /** What all children but {@code others}, which were there before, hold. */
    static WorkersHold besides(Set<ProcessHandle> others) throws IOException {
        long threads = 0;
        long bytes = 0;
        for (ProcessHandle worker : workers(others).toList()) {
            threads += threads(worker);
            bytes += liveBytes(worker);
        }
        return new WorkersHold(threads, bytes);
    }

    /** How many sockets they have open. */
    static long sockets(Set<ProcessHandle> others) {
        return workers(others).mapToLong(Held::sockets).sum();
    }

    private static Stream<ProcessHandle> workers(Set<ProcessHandle> others) {
        return ProcessHandle.current().children().filter(child -> !others.contains(child));
    }

    private static long threads(ProcessHandle worker) {
        File[] tasks = new File("/proc/" + worker.pid() + "/task").listFiles();
        assumeTrue(tasks != null, "this system does not show its threads");
        return tasks.length;
    }

    /** A histogram of the heap begins with a collection: what it counts is alive. */
    private static long liveBytes(ProcessHandle worker) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), "" + worker.pid(), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        if (!total.find()) throw new IOException(jcmd + " of a worker: " + said);
        return Long.parseLong(total.group(1));
    }
}
