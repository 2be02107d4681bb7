package dev.iomodels.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkTest {
    @TempDir
    private Path directory;

    static List<Path> homes() throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) return List.of(Path.of(System.getProperty("java.home")));
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void jdk_saysWhatItIs(Path home) throws IOException {
        Jdk jdk = Jdk.at(home);
        assertThat(Path.of(jdk.home()).toRealPath()).isEqualTo(home.toRealPath());
        assertThat(jdk.version()).startsWith(jdk.label());
        assertThat(jdk.vendor()).isNotBlank();
        assertThat(jdk.java()).isExecutable();
    }

    @Test
    void runningJdk_saysTheSameFromInsideAndOutside() {
        assertThat(Jdk.at(Path.of(System.getProperty("java.home")))).isEqualTo(Jdk.running());
        assertThat(Jdk.running().feature()).isEqualTo(Runtime.version().feature());
    }

    @Test
    void directoryWithoutALauncher_isAnsweredWithItsNameAndAnExample() {
        for (Path home : List.of(directory, directory.resolve("nowhere")))
            assertThatThrownBy(() -> Jdk.at(home))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + home + "\": no JDK")
                    .hasMessageContaining("for example /usr/lib/jvm/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exit 0",
                "echo 'Error: could not create the Java Virtual Machine'; exit 1",
                "echo '    java.specification.version = 1.8'; echo '    java.home = /x'",
                "echo '    java.specification.version = 11'; echo '    java.home = /x'",
                "echo '    java.specification.version = 25'; echo '    java.home = /x'"
            })
    @DisabledOnOs(OS.WINDOWS)
    void launcherOfSomethingElse_isAnsweredWithItsNameAndAnExample(String script) throws IOException {
        Path launcher = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(launcher, "#!/bin/sh\n" + script + "\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> Jdk.at(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + directory)
                .hasMessageContaining("for example /usr/lib/jvm/");
    }

    @Tag("thorough")
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherThatHangs_isEndedAndAnsweredWithItsName() throws IOException {
        Path launcher = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(launcher, "#!/bin/sh\nsleep 300\nexit 0\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> Jdk.at(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + launcher + "\": does not run");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void launcherThatCannotBeStarted_isAnsweredWithItsName() throws IOException {
        Path launcher = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.write(launcher, new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0});
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        assertThatThrownBy(() -> Jdk.at(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + directory);
    }
}
