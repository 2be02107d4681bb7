package dev.iomodels.fetch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** What this JVM holds: a test that counts it must be alone. */
final class Held {
    private Held() {}

    /** The platform threads that are named after the model. */
    static List<Thread> threads(Subject subject) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(subject.model().name()))
                .toList();
    }

    /** How many sockets are open. */
    static long sockets() {
        return sockets(ProcessHandle.current());
    }

    /** The same in another process. */
    static long sockets(ProcessHandle process) {
        File[] open = new File("/proc/" + process.pid() + "/fd").listFiles();
        assumeTrue(open != null, "this system does not show its open files");
        return Arrays.stream(open).filter(Held::isSocket).count();
    }

    private static boolean isSocket(File descriptor) {
        try {
            return Files.readSymbolicLink(descriptor.toPath()).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
