package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumPlacesTest {
    @TempDir
    private Path one;

    @TempDir
    private Path other;

    private static void program(Path file) throws IOException {
        assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
    }

    private ChromiumPlaces places() {
        return ChromiumPlaces.of("Linux", Map.of("PATH", one + ":/nowhere::" + other));
    }

    @Test
    void chromium_isPreferredToWhatIsMadeOfIt_whereverTheyAre() throws IOException {
        program(one.resolve("google-chrome"));
        assertThat(places().found()).contains(one.resolve("google-chrome"));
        program(other.resolve("chromium"));
        assertThat(places().found()).contains(other.resolve("chromium"));
    }

    @Test
    void directoriesAndFilesThatCannotBeRun_areNone() throws IOException {
        Files.createDirectory(one.resolve("chromium"));
        Files.createFile(other.resolve("chrome"));
        assertThat(places().found()).isEmpty();
        assertThat(ChromiumPlaces.of("Linux", Map.of()).found()).isEmpty();
    }

    @Test
    void otherSystems_haveTheirUsualPlaces() {
        assertThat(ChromiumPlaces.of("Mac OS X", Map.of()).programs())
                .anyMatch(place -> place.endsWith("Chromium.app/Contents/MacOS/Chromium"));
        assertThat(ChromiumPlaces.of("Windows 11", Map.of("ProgramFiles", "/programs", "PATH", "/x;/y"))
                        .programs())
                .contains(Path.of("/y/chromium.exe"), Path.of("/programs/Google/Chrome/Application/chrome.exe"));
    }
}
