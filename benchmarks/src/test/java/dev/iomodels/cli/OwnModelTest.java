package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.OwnJar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of the user's own, in a jar beside this tool. */
class OwnModelTest {
    @TempDir
    private Path directory;

    @Test
    void ownModel_isListed_andPlannedWithItsDigest() throws IOException {
        Path jar = OwnJar.of(directory, OwnJar.sourceOfTheReadme(), true);
        assertThat(Cli.run("list", "--classpath", jar.toString()).out()).contains("raw-selector", "thread-per-page");
        Cli planned = dryRun("--classpath=" + jar, "--models=thread-per-page");
        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("thread-per-page@").containsPattern("my-model\\.jar \\([0-9a-f]{12}\\)");
        assertThat(dryRun("--classpath=" + jar).out()).contains("raw-selector@", "thread-per-page@");
        assertThat(dryRun("--classpath=" + jar, "--models=all").out()).contains("netty-1@", "thread-per-page@");
    }

    @Test
    void withoutTheClassPath_thereIsNoSuchModel() {
        assertThat(dryRun("--models=thread-per-page").err()).contains("no such model");
    }

    @Test
    void all_isEveryModel_andTheDefaultIsNot() {
        String[] more = {"url-connection-", "virtual-thread-monitor@", "jdk-client-virtual@", "jdk-client@", "netty-1@"
        };
        assertThat(dryRun("--models=all").out()).contains(more).contains("thread-pool-200@", "raw-selector@");
        assertThat(dryRun().out()).doesNotContain(more);
    }

    @Test
    void jarWithoutAModel_orNamedLikeAnother_isRefused() throws IOException {
        String source = OwnJar.sourceOfTheReadme();
        Path none = OwnJar.of(Files.createDirectory(directory.resolve("none")), source, false);
        isRefused("no IO model in it", none.toString());
        String clash = source.replace("\"thread-per-page\"; }", "\"selector\"; }");
        Path twice = OwnJar.of(Files.createDirectory(directory.resolve("twice")), clash, true);
        isRefused("model \"selector\" is there twice", twice.toString());
    }

    @Test
    void whatIsNoJar_isRefused() throws IOException {
        isRefused("is not there", directory.resolve("no.jar").toString());
        Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
        isRefused("neither a jar nor a directory", text.toString());
        isRefused("nothing between two", File.pathSeparator + text);
    }

    private void isRefused(String why, String classpath) {
        for (String command : new String[] {"run", "list"}) {
            Cli cli = Cli.run(command, "--classpath", classpath);
            assertThat(cli.status()).as(cli.err()).isEqualTo(2);
            assertThat(cli.err()).startsWith("--classpath").contains(why).doesNotContain("\tat ");
        }
    }

    private Cli dryRun(String... arguments) {
        String[] all = new String[arguments.length + 6];
        all[0] = "run";
        all[1] = "--dry-run";
        all[2] = "--results=" + directory.resolve("results");
        all[3] = "--preset=smoke";
        all[4] = "--scenario=cpu";
        all[5] = "--jvm-args=-Xmx512m";
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return Cli.run(all);
    }
}
