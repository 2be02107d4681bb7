package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code demo} as it is typed: with a stub in a process of its own. */
@Timeout(90)
class DemoCommandTest {
    @TempDir
    private Path directory;

    private Cli demo(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "demo";
        all[1] = "--out=" + directory.resolve("out");
        System.arraycopy(words, 0, all, 2, words.length);
        return Cli.run(all);
    }

    private static void isRefused(Cli cli, String... parts) {
        assertThat(cli.status()).as(cli.err()).isEqualTo(2);
        assertThat(cli.err()).contains(parts).doesNotContain("\tat ", "Exception", "\u001b");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void demo_showsThePagesAsTheyCome_andWritesItsPicture() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        Cli cli = demo("--pages=3", "--delay=uniform:10ms..50ms", "--models=blocking,selector,process-pool:2");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(ProcessHandle.current().descendants())
                .as("its stub and its workers have ended")
                .allMatch(before::contains);
        assertThat(cli.out().lines().filter(line -> line.startsWith("Downloading: http://127.0.0.1:")))
                .hasSize(9);
        assertThat(cli.out().lines().filter(line -> line.startsWith("Done: http://127.0.0.1:")))
                .hasSize(9);
        assertThat(cli.out())
                .startsWith("demo: one run, not a measurement")
                .contains(
                        "to measure: run --scenario list",
                        directory.resolve("out/demo.html").toString());
        assertThat(directory.resolve("out")).isDirectoryContaining("glob:**/demo.svg");
        try (var files = Files.list(directory.resolve("out"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void quietDemo_leavesOutThePages_butNotTheTables() {
        Cli cli = demo("--pages=2,3", "--delay=1ms", "--models=selector", "--quiet");
        assertThat(cli.out()).doesNotContain("Downloading", "Done").contains("Round 2 of 2", "speed-up");
    }

    @Test
    void urlThatFails_isShown_andTheStatusIs1() throws IOException {
        String nowhere;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = "http://127.0.0.1:" + free.getLocalPort() + "/";
        }
        try (Stub stub = Stub.start(StubOptions.DEFAULT)) {
            Cli cli = demo("--urls=" + nowhere + "," + stub.uri() + "/page/1?status=404", "--models=selector");
            assertThat(cli.status()).isEqualTo(1);
            assertThat(cli.out()).contains("Failed: " + nowhere, ": refused", ": status 404", "2 failed");
            assertThat(directory.resolve("out/demo.html")).content().contains("failed: status 404");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--pages|0|1 to 1000|try 3 or 3,10,100",
                "--pages|x|1 to 1000|try 3 or 3,10,100",
                "--pages|3,,10|1 to 1000|try 3",
                "--pages|1001|1 to 1000|try 3",
                "--pages|1,2,3,4,5,6|at most 5|try 3,10,100",
                "--pages|``|1 to 1000|try 3",
                "--models|selectr|did you mean selector?|raw-selector",
                "--models|thread-pool:0|a whole number from 1|thread-pool:1",
                "--models|selector,blocking:2|takes no argument|try blocking",
                "--models|noop|has no network|try selector",
                "--delay|20|no unit|try 20ms",
                "--delay|normal:20ms|uniform:10ms..90ms|lognormal:20ms..200ms",
                "--seed|abc|a whole number from 0|try 5",
                "--urls|ftp://example.com/|no http or https URL|try https://example.com/",
                "--urls|``|no http or https URL|try https://example.com/",
                "--urls|https://example.com/,x|no http or https URL|try https://",
                "--urls|http:///page|no |try https://example.com/",
                "--urls|http://me:word@example.com/|a user in it|try https://example.com/",
                "--urls|http://example.com/#top|a fragment in it|try https://example.com/",
                "--urls|http://example.com/a b|no URL|try https://example.com/",
            })
    void mistake_isAnsweredWithOptionValueChoicesAndExample(
            String option, String value, String choices, String example) {
        String named = value.substring(value.lastIndexOf(',') + 1);
        isRefused(demo(option + "=" + value), option, named, choices, example);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"--pages, 3", "--delay, 20ms", "--seed, 2"})
    void pagesOfOthers_areNotTheStubs(String option, String value) {
        isRefused(
                demo("--urls=http://127.0.0.1:1/", option + "=" + value),
                option + " \"" + value + "\"",
                "--urls",
                "leave one of them out");
    }

    @Test
    void controlCharactersOfWhatWasTyped_doNotReachTheTerminal() {
        isRefused(demo("--urls=http://example.com/\u001b[31m"), "--urls", "no URL");
        isRefused(demo("--pages=\u001b[31m"), "--pages", "try 3");
    }

    @Test
    void placeThatIsAFile_isNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        for (Path place : new Path[] {file, file.resolve("below")})
            isRefused(Cli.run("demo", "--out=" + place), "--out \"" + place + "\"", "try --out results/demo");
        assertThat(file).hasContent("text");
    }

    @Test
    void endedDemo_leavesNoProcess_andNoHalfOfAPicture() throws Exception {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "demo",
                        "--out=" + directory.resolve("out"),
                        "--pages=3",
                        "--delay=30s",
                        "--models=process-pool:2")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = demo.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("Downloading: ")) line = lines.readLine();
            assertThat(line).isNotNull();
            List<ProcessHandle> below = demo.descendants().toList();
            assertThat(below).as("a stub and two workers").hasSize(3);
            demo.destroy();
            for (ProcessHandle one : below) one.onExit().get(30, TimeUnit.SECONDS);
            assertThat(directory.resolve("out")).doesNotExist();
        } finally {
            demo.destroyForcibly();
        }
    }
}
