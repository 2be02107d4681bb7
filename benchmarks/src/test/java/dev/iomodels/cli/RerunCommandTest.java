package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rerun}: the plan of an old run on the JDKs that are here. */
class RerunCommandTest {
    @TempDir
    private Path directory;

    private static void refused(Cli cli, String... parts) {
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains(parts).doesNotContain("\tat ");
    }

    @Test
    void onTheSameJdk_hasThePlanOfTheOld() {
        Plan plan = MadeUpRun.plan(Preset.SMOKE, 2, "cpu", List.of("blocking", "raw-selector"), Jdk.running());
        RunDirectory run = MadeUpRun.create(directory, plan.on(Terms.with(Jdk.running())));
        Cli cli = Cli.run("rerun", run.path().toString(), "--dry-run");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("The plan of " + run.path(), "4 forks in 2 blocks", "blocking@");
    }

    @Test
    void whereTheJdkIsElsewhere_takesOneOfTheSameFeatureAndSaysSo() throws IOException {
        Jdk here = Jdk.running();
        Jdk old = new Jdk("/nowhere/jdk", here.feature(), here.feature() + ".0.0.1", "Maker");
        RunDirectory run = MadeUpRun.create(
                directory.resolve("another"),
                MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("blocking"), old).on(Terms.with(old)));
        Path none = Files.writeString(directory.resolve("toolchains.xml"), "<toolchains/>");
        Cli cli = Cli.run("rerun", run.path().toString(), "--dry-run", "--toolchains", none.toString());
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("JDK " + here.feature() + " was " + old + " at /nowhere/jdk; here it is " + here + " at ")
                .contains("the stub's JDK was " + old);
    }

    private Cli rerunOn(List<String> here, Jdk... plan) throws IOException {
        RunDirectory run = MadeUpRun.create(
                directory.resolve("another"),
                MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("blocking"), plan)
                        .on(Terms.with(plan[0])));
        String list = here.stream()
                .map(home -> "<jdkHome>" + home + "</jdkHome>")
                .collect(Collectors.joining("", "<toolchains>", "</toolchains>"));
        Path toolchains = Files.writeString(directory.resolve("toolchains.xml"), list);
        return Cli.run("rerun", run.path().toString(), "--dry-run", "--toolchains", toolchains.toString());
    }

    @Test
    void ofTwoBuildsOfOneVersion_namesThemByWhatTellsThoseApartThatAreHere() throws IOException {
        List<String> here = List.of(DryRun.jdk(directory, 98, "98.0.3"), DryRun.jdk(directory, 98, "98.0.4"));
        Jdk gone = new Jdk("/nowhere/a", 98, "98.0.1", "Maker", "98.0.1");
        // The second is where it was, and is not taken for the first.
        Jdk there = new Jdk(here.get(0), 98, "98.0.3", "Maker", "98.0.3");
        Cli cli = rerunOn(here, gone, there);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("blocking@98.0.4, blocking@98.0.3")
                .contains("JDK 98.0.1 was 98.0.1 (Maker) at /nowhere/a; here it is 98.0.4 (Maker) at " + here.get(1)
                        + ", and called 98.0.4")
                .doesNotContain("JDK 98.0.3 was");
    }

    @Test
    void ofTwoBuildsOfWhichOneIsHere_isRefused() throws IOException {
        List<String> here = List.of(DryRun.jdk(directory, 98, "98.0.3"));
        refused(
                rerunOn(
                        here,
                        new Jdk("/nowhere/a", 98, "98.0.1", "Maker", "98.0.1"),
                        new Jdk("/nowhere/b", 98, "98.0.3", "Maker", "98.0.3")),
                "JDK 98.0.1 of the plan, 98.0.1 (Maker) at /nowhere/a",
                "that stands for no other of the plan");
    }

    @Test
    void withoutSuchAJdkHere_isRefusedWithThoseThatAre() {
        Jdk unborn = new Jdk("/nowhere/jdk-99", 99, "99.0.1", "Maker");
        RunDirectory run = MadeUpRun.create(
                directory.resolve("another"), MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("blocking"), unborn));
        refused(
                Cli.run("rerun", run.path().toString(), "--dry-run"),
                "JDK 99 of the plan",
                "/nowhere/jdk-99",
                Jdk.running().home());
    }
}
