package dev.iomodels.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A run's {@code SHA256SUMS}: over {@code run.json} and every raw file, in the form that {@code sha256sum -c} checks. */
public final class Sums {
    private static final String NAME = "SHA256SUMS";

    private Sums() {}

    /** Writes it. */
    public static void write(RunDirectory run) {
        StringBuilder text = new StringBuilder();
        for (Path file : raw(run.path()))
            text.append(sha256(file))
                    .append("  ")
                    .append(relative(run.path(), file))
                    .append('\n');
        AtomicFile.write(run.path().resolve(NAME), text.toString());
    }

    /** Whether it is there. */
    public static boolean there(RunDirectory run) {
        return Files.exists(run.path().resolve(NAME));
    }

    /** Removes it: what it says will not be true any more. */
    public static void remove(RunDirectory run) {
        Path file = run.path().resolve(NAME);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be removed", e);
        }
    }

    private static List<Path> raw(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> relative(run, file).equals("run.json")
                            || relative(run, file).startsWith("forks/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(run + ": cannot be listed", e);
        }
    }

    private static String relative(Path run, Path file) {
        return run.relativize(file).toString().replace('\\', '/');
    }

    private static String sha256(Path file) {
        try {
            return sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unreadable(file, "cannot be read", e);
        }
    }

    /** Of these bytes, in hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
