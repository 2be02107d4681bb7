package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.browser.NeedsBrowser;
import dev.iomodels.plan.Preset;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFiguresTest {
    @TempDir
    private Path directory;

    private RunDirectory run;

    @BeforeEach
    void writeRun() {
        run = MadeUpRun.complete(directory, Preset.QUICK, 2);
    }

    private Cli report(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "report";
        words[1] = run.path().toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return Cli.run(words);
    }

    /** A machine on whose PATH there is nothing. */
    @Test
    void withoutAChromium_theMessageSaysWhatToInstall_andNothingIsWritten() throws Exception {
        Files.delete(run.path().resolve("summary.md"));
        List<String> before = run.files();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "report",
                run.path().toString(),
                "--figures");
        builder.environment().put("PATH", directory.toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said)
                .contains("--figures: takes a Chromium", "chromium, chromium-browser, google-chrome, chrome")
                .contains("apt-get install chromium", "--figures --chromium /usr/bin/chromium")
                .contains("Without --figures everything else is made")
                .doesNotContain("\tat ", "\n\n");
        assertThat(run.files()).isEqualTo(before);
    }

    @Test
    void chromiumThatIsNoProgram_isNamed() {
        Cli cli = report("--figures", "--chromium", directory.toString());
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err())
                .isEqualTo(
                        "--chromium \"" + directory
                                + "\": no program; it takes the path of a Chromium, as in --figures --chromium /usr/bin/chromium\n");
    }

    @Test
    void chromiumWithoutFigures_isAskedFor() {
        Cli cli = report("--chromium", "/usr/bin/chromium");
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("--chromium \"/usr/bin/chromium\"", "try --figures --chromium");
    }

    @Test
    void browserThatFails_costsTheFiguresAlone() throws IOException {
        Files.delete(run.path().resolve("summary.md"));
        Path program = Files.writeString(directory.resolve("broken"), "#!/bin/sh\necho no screen >&2\nexit 3\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Cli cli = report("--figures", "--chromium", program.toString());
        assertThat(cli.status()).isEqualTo(1);
        assertThat(cli.err()).isEqualTo(program + ": ended with status 3; it said at the end:\nno screen\n");
        assertThat(cli.out()).contains("wait: closed:1000");
        assertThat(run.files()).contains("summary.md").noneMatch(name -> name.startsWith("figures"));
    }

    @Test
    @NeedsBrowser
    void figures_areMadeFromTheRun_andAreNoReasonNotToVerifyIt() throws IOException {
        Cli cli = report("--figures");
        assertThat(cli.status()).as(cli.err()).isZero();
        List<String> figures =
                run.files().stream().filter(name -> name.startsWith("figures/")).toList();
        assertThat(figures).isNotEmpty();
        assertThat(cli.out())
                .endsWith(figures.size() / 2 + " figures, each also for a slide: "
                        + run.path().resolve("figures") + "\n");
        for (String name : figures)
            assertThat(Files.readString(run.path().resolve(name)))
                    .as(name)
                    .contains("raw-selector")
                    .doesNotContain("<script", "href=\"http", "url(http");
        Cli verified = Cli.run("verify", run.path().toString());
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(verified.out())
                .matches("verified: \\d+ files, \\d+ numbers; not looked at: " + figures.size()
                        + " files below figures, which only a browser can make\n");
    }

    @Test
    void whatIsNoFigure_belowFigures_isStillFound() throws IOException {
        Files.createDirectories(run.path().resolve("figures"));
        for (String name : List.of("notes.txt", "A.svg", "a.svg.unfinished"))
            Files.writeString(run.path().resolve("figures").resolve(name), "x");
        Cli cli = Cli.run("verify", run.path().toString());
        assertThat(cli.status()).isEqualTo(1);
        for (String name : List.of("notes.txt", "A.svg", "a.svg.unfinished"))
            assertThat(cli.out()).contains("figures/" + name + ": not a file of a run");
    }
}
