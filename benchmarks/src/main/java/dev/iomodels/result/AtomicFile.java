package dev.iomodels.result;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all: written beside their name, forced to disk, and moved onto it. */
public final class AtomicFile {
    private static final String UNFINISHED = ".unfinished";

    private AtomicFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; does not close {@code out}. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes {@code file}, and the directories that it is in. @throws UncheckedIOException naming it; nothing is left then */
    public static void write(Path file, Content content) {
        Path beside = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileOutputStream raw = new FileOutputStream(beside.toFile());
                    BufferedOutputStream out = new BufferedOutputStream(raw)) {
                content.writeTo(out);
                out.flush();
                raw.getFD().sync();
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(beside);
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            discard(beside);
            throw e;
        }
    }

    /** Writes a file of text in UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void discard(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // A full disk may refuse even that; the name says that the file is not finished.
            return;
        }
    }
}
