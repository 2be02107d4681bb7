package dev.iomodels.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Files that JMH leaves in the temporary directory until its JVM ends: a run that is killed would leave them there. */
final class JmhFiles {
    private JmhFiles() {}

    /**
     * Removes those in which JMH had the properties of a fork's JDK written since then; it has read them when the benchmark
     * starts. They are this run's: while JMH runs it holds its own lock on the machine.
     */
    static void removeProperties(FileTime since) {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "jmh*properties")) {
            for (Path file : found)
                if (Files.getLastModifiedTime(file).compareTo(since) >= 0) Files.deleteIfExists(file);
        } catch (IOException e) {
            // A small file stays behind; nothing measured depends on it.
            return;
        }
    }
}
