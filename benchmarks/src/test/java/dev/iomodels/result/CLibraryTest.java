package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they are mapped; real ones are read in {@link JvmFactsTest}. */
class CLibraryTest {
    @TempDir
    private Path directory;

    private String mapped(String name, String bytes) throws IOException {
        Path file = Files.writeString(directory.resolve(name), bytes, StandardCharsets.ISO_8859_1);
        return "7f0ebc675000-7f0ebc69b000 r--p 00000000 fe:00 339380                     " + file;
    }

    @Test
    void glibc_isNamedByItsBanner() throws IOException {
        String banner = "\0\377GNU C Library (Debian GLIBC 2.36-9+deb12u14) stable release version 2.36.\nCopyright\0";
        for (String name : List.of("libc.so.6", "libc-2.36.so"))
            assertThat(CLibrary.of(List.of("7f00-7f01 rw-p 00000000 00:00 0", mapped(name, banner))))
                    .isEqualTo("glibc 2.36");
    }

    @Test
    void musl_isNamedByItsVersion() throws IOException {
        assertThat(CLibrary.of(
                        List.of(mapped("ld-musl-x86_64.so.1", "musl libc (x86_64)\nVersion %s\n\0x\0001.2.5\0y"))))
                .isEqualTo("musl 1.2.5");
    }

    @Test
    void anythingElse_isUnknown() throws IOException {
        assertThat(CLibrary.of(List.of())).isEmpty();
        assertThat(CLibrary.of(
                        List.of(mapped("libc.so.6", "nothing known"), mapped("libjvm.so", "release version 2.36"))))
                .isEmpty();
        assertThat(CLibrary.of(List.of("7f00-7f01 r--p 00000000 00:00 0 /gone/libc.so.6")))
                .isEmpty();
    }
}
