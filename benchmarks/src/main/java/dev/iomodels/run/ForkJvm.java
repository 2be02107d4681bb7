package dev.iomodels.run;

import dev.iomodels.plan.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * What a fork is started with. JMH takes the path of a launcher and no command before it, so a fork that is to be pinned
 * gets a script, which becomes the pinned JVM: same process id, nothing in between.
 *
 * @param launcher the executable
 * @param made the directory that was made for it; empty if it is the JDK's own
 */
record ForkJvm(Path launcher, Optional<Path> made) implements AutoCloseable {
    /** The script's directory goes as soon as it has done its work, or it would stay when this JVM is killed. */
    private static final String SCRIPT = """
            #!/bin/sh
            case " $* " in *" org.openjdk.jmh.runner.ForkedMain "*) rm -rf '%1$s' ;; esac
            exec taskset -c %2$s '%3$s' "$@"
            """;

    /** The launcher of {@code jdk} on these processors; on all if {@code cpus} is empty. */
    static ForkJvm of(Jdk jdk, String cpus) {
        if (cpus.isEmpty()) return new ForkJvm(jdk.java(), Optional.empty());
        try {
            Path directory = Files.createTempDirectory("iomodels-pinned");
            Path script = directory.resolve("java");
            Files.writeString(script, SCRIPT.formatted(quoted(directory), cpus, quoted(jdk.java())));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return new ForkJvm(script, Optional.of(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("no launcher for pinned forks can be made: " + e.getMessage(), e);
        }
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "'\\''");
    }

    /** Removes what was made, if it is still there. */
    @Override
    public void close() {
        if (made.isEmpty()) return;
        try {
            Files.deleteIfExists(launcher);
            Files.deleteIfExists(made.get());
        } catch (IOException e) {
            throw new UncheckedIOException(launcher + ": cannot be removed", e);
        }
    }
}
