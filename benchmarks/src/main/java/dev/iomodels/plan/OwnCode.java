package dev.iomodels.plan;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A jar or a directory on the class path of every fork, for IO models of the user's own.
 *
 * @param path where it is, absolute
 * @param sha256 what was in it: a jar's own digest; a directory's is that of the lines that {@code sha256sum} prints for its files,
 *     in the order of their names
 */
public record OwnCode(String path, String sha256) {

    /**
     * What {@code classpath} names, such as {@code my-model.jar:lib.jar}, as it is now; nothing for a blank text.
     *
     * @throws IllegalArgumentException if one is not there, or is neither a jar nor a directory
     */
    public static List<OwnCode> parse(String classpath) {
        List<OwnCode> all = new ArrayList<>();
        if (classpath.isBlank()) return all;
        for (String entry : classpath.strip().split(File.pathSeparator, -1)) {
            if (entry.isBlank())
                throw new IllegalArgumentException("\"" + classpath + "\": nothing between two of its \""
                        + File.pathSeparator + "\"; try my-model.jar" + File.pathSeparator + "library.jar");
            all.add(at(Path.of(entry)));
        }
        return List.copyOf(all);
    }

    /** What is at {@code path} now. @throws IllegalArgumentException if it is not there, or is neither a jar nor a directory */
    public static OwnCode at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isReadable(absolute))
            throw new IllegalArgumentException("\"" + path + "\": " + absolute
                    + " is not there, or cannot be read; try a jar or a directory of classes, such as my-model.jar");
        try {
            return new OwnCode(
                    absolute.toString(), Files.isDirectory(absolute) ? digestOfAll(absolute) : digestOfJar(absolute));
        } catch (IOException e) {
            throw new IllegalArgumentException("\"" + path + "\": neither a jar nor a directory of classes ("
                    + e.getMessage() + "); try my-model.jar");
        }
    }

    /** Its first twelve digits tell it from others. */
    @Override
    public String toString() {
        return path + " (" + sha256.substring(0, 12) + ")";
    }

    private static String digestOfJar(Path jar) throws IOException {
        new ZipFile(jar.toFile()).close();
        return sha256(Files.readAllBytes(jar));
    }

    private static String digestOfAll(Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList())
                lines.append(sha256(Files.readAllBytes(file)))
                        .append("  ")
                        .append(directory.relativize(file).toString().replace(File.separatorChar, '/'))
                        .append('\n');
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
