package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] HALF = "half of ".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    @Test
    void file_isWrittenWhole_withTheDirectoriesThatItIsIn() {
        Path file = directory.resolve("a/b/c.txt");
        AtomicFile.write(file, "µ and –\n");
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("µ and –\n");
        assertThat(file.getParent()).isDirectoryContaining("glob:**/c.txt").satisfies(this::holdsOneFile);
    }

    private void holdsOneFile(Path in) {
        assertThat(in.toFile().list()).hasSize(1);
    }

    @Test
    void nameIsNotThere_beforeTheContentIsWhole() {
        Path file = directory.resolve("1.json");
        AtomicFile.write(file, out -> {
            out.write(HALF);
            out.flush();
            assertThat(file).doesNotExist();
            out.write(HALF);
        });
        assertThat(file).hasContent("half of half of ");
    }

    @Test
    void contentThatThrowsMidway_leavesNothing() {
        Path file = directory.resolve("1.json");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(HALF);
                    throw new IOException("disk is full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + ": disk is full");
        assertThat(directory).isEmptyDirectory();
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(HALF);
                    throw new IllegalStateException("no such number");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void existingFile_staysAsItWas_untilTheNewOneIsWhole() {
        Path file = directory.resolve("run.json");
        AtomicFile.write(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(HALF);
                    assertThat(file).hasContent("old");
                    throw new IOException("disk is full");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(file).hasContent("old");
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
        holdsOneFile(directory);
    }

    @Test
    void placeThatCannotBeWritten_isNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("below"), "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.resolve("below").toString());
    }
}
