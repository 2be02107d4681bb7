package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.browser.NeedsBrowser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    private static final URI PAGE = URI.create("file:///page.html#figures");
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** Something that calls itself a browser and does what {@code shell} says. */
    private Chromium program(String shell) throws IOException {
        Path file = Files.writeString(directory.resolve("chromium"), "#!/bin/sh\n" + shell + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return new Chromium(file);
    }

    private static List<Path> profiles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("iomodels-chromium"))
                    .toList();
        }
    }

    @Test
    void browser_isToldToShowNothing_toKeepNothing_andToStayOutOfNetworks() throws IOException {
        List<Path> before = profiles();
        String said = program("echo \"$@\"").open(PAGE, LONG);
        assertThat(said)
                .contains("--headless", "--dump-dom", "--disable-background-networking", "--user-data-dir=")
                .endsWith(" file:///page.html#figures\n");
        assertThat(profiles()).isEqualTo(before);
    }

    @Test
    void browserThatHangs_isEnded_withAllThatItStarted() throws IOException {
        Path pids = directory.resolve("pids");
        Chromium hanging =
                program("sleep 1000 & echo $! > " + pids + "; echo $$ >> " + pids + "; echo 'no display' >&2; wait");
        List<Path> before = profiles();
        assertThatThrownBy(() -> hanging.open(PAGE, Duration.ofSeconds(1)))
                .isInstanceOf(NotDrawn.class)
                .hasMessageContaining("not ready with file:///page.html#figures after 1 s")
                .hasMessageContaining("no display");
        for (String pid : Files.readAllLines(pids))
            assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                    .isEmpty();
        assertThat(profiles()).isEqualTo(before);
    }

    @Test
    void browserThatFails_isQuoted() throws IOException {
        assertThatThrownBy(() -> program("seq 10 >&2; exit 7").open(PAGE, LONG))
                .isInstanceOf(NotDrawn.class)
                .hasMessageContaining("ended with status 7; it said at the end:\n8\n9\n10");
        assertThatThrownBy(() -> program("exit 7").open(PAGE, LONG)).hasMessageEndingWith("it said nothing");
        Chromium none = new Chromium(directory.resolve("nowhere"));
        assertThatThrownBy(() -> none.open(PAGE, LONG))
                .isInstanceOf(NotDrawn.class)
                .hasMessageContaining("nowhere: cannot be run");
    }

    @Test
    @NeedsBrowser
    void chromium_runsThePagesScripts() throws IOException {
        Path page = Files.writeString(
                directory.resolve("page.html"),
                "<!doctype html><p>a<script>document.querySelector('p').append(' & b ' + location.hash)</script>");
        Chromium chromium = new Chromium(ChromiumPlaces.here().found().orElseThrow());
        assertThat(chromium.open(URI.create(page.toUri() + "#figures"), LONG)).contains(" &amp; b #figures");
    }
}
