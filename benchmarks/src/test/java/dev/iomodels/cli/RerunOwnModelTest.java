package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.OwnJar;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.OwnCode;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rerun} of a plan with IO models of the user's own. */
class RerunOwnModelTest {
    @TempDir
    private Path directory;

    private Path jar;
    private OwnCode measured;
    private RunDirectory run;

    @BeforeEach
    void runWithAJar() throws IOException {
        jar = OwnJar.of(directory, OwnJar.sourceOfTheReadme(), true);
        measured = OwnCode.at(jar);
        Plan plan = MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("raw-selector"), Jdk.running());
        run = MadeUpRun.create(
                directory.resolve("results"), plan.on(Terms.with(Jdk.running()).with(List.of(measured))));
    }

    private String rerun() {
        Cli cli = Cli.run("rerun", run.path().toString(), "--dry-run");
        assertThat(cli.status()).as(cli.err()).isZero();
        return cli.out();
    }

    @Test
    void sameJar_isNoNews() {
        assertThat(rerun())
                .contains("Own IO models in " + jar)
                .contains(measured.sha256().substring(0, 12))
                .doesNotContain("have changed");
    }

    @Test
    void otherContentAtTheSamePlace_isSaid_withWhatItWasAndWhatItIs() throws IOException {
        OwnJar.of(directory, OwnJar.sourceOfTheReadme().replace("thread-per-page", "thread-for-a-page"), true);
        OwnCode here = OwnCode.at(jar);
        assertThat(here.sha256()).isNotEqualTo(measured.sha256());
        assertThat(rerun())
                .contains("own IO models in " + jar + " have changed: SHA-256 was " + measured.sha256() + ", is "
                        + here.sha256())
                .contains("not the code that was measured then");
    }
}
