package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.plan.Jdk;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandsTest {
    @TempDir
    private Path directory;

    @Test
    void list_hasEveryModelScenarioAndPreset() {
        Cli cli = Cli.run("list");
        assertThat(cli.status()).isZero();
        for (IoModel model : Models.all()) assertThat(cli.out()).contains("  " + model.name() + " ", model.summary());
        assertThat(cli.out())
                .contains("closed:64, no delay, 1KiB", "scale-10000", "uniform:500ms..1.5s")
                .contains("smoke: not a measurement", "forks per cell: 10; citable, if every gate passes");
    }

    @Test
    void report_makesEveryFileAgain_andPrintsTheTables() {
        RunDirectory run = MadeUpRun.example(directory);
        Cli cli = Cli.run("report", run.path().toString());
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("cpu: closed:64, no delay, 1KiB", "wait: closed:1000", "raw-selector@17")
                .contains("skipped: virtual-thread needs JDK 21");
        assertThat(run.path())
                .isDirectoryContaining("glob:**/summary.md")
                .isDirectoryContaining("glob:**/summary.csv")
                .isDirectoryContaining("glob:**/jmh-result.json");
        assertThat(run.path().resolve("histograms")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "forks/wait/raw-selector@17/2.json", "forks/wait/raw-selector@17/2.hlog"})
    void reportOnABrokenRun_namesTheFile_withoutAStackTrace(String name) throws IOException {
        RunDirectory run = MadeUpRun.example(directory);
        Path file = run.path().resolve(name);
        for (String text : new String[] {"", Files.readString(file).substring(0, 100)}) {
            Files.writeString(file, text);
            Cli cli = Cli.run("report", run.path().toString());
            assertThat(cli.status()).isEqualTo(2);
            assertThat(cli.err())
                    .contains("RUN \"" + run.path() + "\"", file.toString())
                    .doesNotContain("\tat ");
            assertThat(cli.out()).isEmpty();
            assertThat(run.path().resolve("summary.md")).doesNotExist();
        }
    }

    @Test
    void reportOnNoRun_namesWhatIsMissing_andWhatThereIs() {
        Path nowhere = directory.resolve("nowhere");
        Cli cli = Cli.run("report", nowhere.toString());
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err())
                .contains("RUN \"" + nowhere + "\": no such directory, also not below results")
                .doesNotContain("\tat ");
        assertThat(Cli.run("report").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "capacity", "rerun", "doctor", "report", "compare", "cite", "verify", "demo", "list"})
    void help_hasEveryOption_withWhatItIsFor(String command) {
        Cli cli = Cli.run(command, "--help");
        assertThat(cli.status()).isZero();
        CommandLine line = Main.commandLine().getSubcommands().get(command);
        for (OptionSpec option : line.getCommandSpec().options())
            if (!option.hidden()) {
                assertThat(cli.out()).contains(option.longestName());
                assertThat(option.description()).as(option.longestName()).isNotEmpty();
            }
    }

    @Test
    void doctor_saysWhatItFound_andMeasuresNothing() {
        Cli cli = Cli.run("doctor", "--scenario", "cpu", "--models", "raw-selector");
        assertThat(cli.out())
                .contains(
                        "open files: ",
                        "free memory: ",
                        "JDKs: ",
                        "JDKs found: ",
                        "(" + Jdk.running().home() + ")");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out().lines()).allMatch(line -> line.matches("(green|amber|RED|unknown) +\\S.*: .*"));
    }

    @Test
    void doctor_findsFlagsThatAJdkDoesNotKnow() {
        Cli cli = Cli.run("doctor", "--jvm-args", "-Xmx256m -XX:+UseNoSuchThing", "--models", "raw-selector");
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("--jvm-args", "Unrecognized VM option 'UseNoSuchThing'");
    }

    @Test
    void helpAndVersion_areThere() {
        assertThat(Cli.run("--help").out())
                .contains("run", "rerun", "report", "compare", "cite", "verify", "list", "jmh");
        assertThat(Cli.run("--version").out())
                .startsWith("iomodels ")
                .contains("commit ")
                .doesNotContain("${");
    }
}
