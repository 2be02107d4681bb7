package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --resume}, as far as it is refused or has nothing to do. */
class ResumingTest {
    @TempDir
    private Path directory;

    private RunDirectory run;

    /** A run on this JDK whose every fork but the last is measured. */
    @BeforeEach
    void interrupted() {
        Plan plan = MadeUpRun.plan(Preset.SMOKE, 2, "cpu", List.of("blocking", "raw-selector"), Jdk.running());
        run = MadeUpRun.create(directory, plan.on(Terms.with(Jdk.running())));
        for (Cell cell : plan.cells()) MadeUpRun.store(run, cell, 1, MadeUpRun.measured(4_000, 0, Map.of()));
        MadeUpRun.store(run, plan.cells().get(0), 2, MadeUpRun.measured(4_000, 0, Map.of()));
    }

    private void finish() {
        MadeUpRun.store(run, run.record().plan().cells().get(1), 2, MadeUpRun.measured(4_000, 0, Map.of()));
        run.write(run.record().ended(RunRecord.Status.FINISHED, "", "2026-11-22T15:30:00Z"));
    }

    private Cli resume(String... more) {
        List<String> words =
                new ArrayList<>(List.of("run", "--resume", run.path().toString()));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }

    private void refused(Cli cli, String... parts) {
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains(parts).doesNotContain("\tat ");
    }

    private void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private Path fork(String ending) {
        return run.files(run.record().plan().cells().get(0), 2).stem().resolveSibling("2" + ending);
    }

    @Test
    void dryRun_saysWhatIsLeft() {
        Cli cli = resume("--dry-run");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Going on with " + run.path() + ": 3 of 4 forks are done");
    }

    @Test
    void name_belowTheResults_willDo() {
        Cli cli = Cli.run("run", "--resume", run.id(), "--results", directory.toString(), "--dry-run");
        assertThat(cli.out()).contains("3 of 4 forks are done");
    }

    @Test
    void finishedRun_saysSoAndStaysAsItIs() throws IOException {
        finish();
        String record = Files.readString(run.runJson());
        Cli cli = resume();
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains(run.path() + " is finished: all 4 forks are done", "raw-selector@");
        assertThat(run.runJson()).hasContent(record);
        assertThat(run.path()).isDirectoryContaining("glob:**/SHA256SUMS").isDirectoryContaining("glob:**/summary.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--preset=smoke",
                "--scenario=cpu",
                "--models=selector",
                "--seed=1",
                "--blocks=2",
                "--stub=http://127.0.0.1:8080",
                "--hlog-intervals"
            })
    void optionThatWouldChangeThePlan_isRefusedByName(String option) {
        refused(resume(option), "--resume", option.replaceFirst("=.*", "") + " cannot be given beside it");
    }

    @Test
    void optionsWithoutAValue_asMavenPassesThem_areNone() {
        assertThat(resume("--preset=", "--models=", "--blocks=", "--stub=", "--dry-run")
                        .status())
                .isZero();
    }

    @Test
    void processorsThatAreNotThereAnyMore_areRefused() {
        Plan plan = run.record().plan();
        Terms pinned = new Terms(plan.terms().jvmArgs(), "", Jdk.running(), "4001", "4000", false);
        run = MadeUpRun.create(directory.resolve("pinned"), plan.on(pinned));
        refused(resume("--dry-run"), "--resume \"" + run.path() + "\": the plan's --client-cpus \"4000\"");
        refused(Cli.run("rerun", run.path().toString(), "--dry-run"), "RUN \"" + run.path(), "--client-cpus \"4000\"");
    }

    @Test
    void editedPlan_isRefusedWithTheFile() throws IOException {
        edit(run.runJson(), "\"blocks\" : 2", "\"blocks\" : 3");
        refused(resume(), run.runJson() + ": its plan is not the one");
        refused(Cli.run("rerun", run.path().toString()), run.runJson() + ": its plan was edited");
    }

    @Test
    void truncatedRecord_isRefusedWithTheFile() throws IOException {
        Files.writeString(run.runJson(), Files.readString(run.runJson()).substring(0, 500));
        refused(resume(), "--resume \"" + run.path(), run.runJson().toString());
        refused(
                Cli.run("rerun", run.path().toString()),
                "RUN \"" + run.path(),
                run.runJson().toString());
    }

    @Test
    void truncatedFork_isRefusedWithTheFileAndTheRemedy() throws IOException {
        Files.writeString(fork(".json"), Files.readString(fork(".json")).substring(0, 100));
        refused(resume(), fork(".json").toString(), "delete its .json");
    }

    @Test
    void truncatedHistograms_areRefusedWithTheFileAndTheRemedy() throws IOException {
        String text = Files.readString(fork(".hlog"));
        for (int length : new int[] {text.length() - 100, text.lastIndexOf("Tag="), 0}) {
            Files.writeString(fork(".hlog"), text.substring(0, length));
            refused(resume(), fork(".hlog").toString(), "delete its .json");
            refused(Cli.run("report", run.path().toString()), fork(".hlog").toString());
        }
    }

    @Test
    void editedCount_isRefusedWithTheFile() throws IOException {
        edit(fork(".json"), "\"pages\" : 2000", "\"pages\" : 2001");
        refused(resume(), fork(".json").toString(), "edited");
        refused(Cli.run("report", run.path().toString()), fork(".json").toString());
    }

    @Test
    void jdkThatIsGoneOrAnother_isRefusedWithItsHome() throws IOException {
        Plan plan = MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("blocking"), MadeUpRun.JDK_17);
        run = MadeUpRun.create(directory.resolve("gone"), plan);
        refused(resume(), "JDK at /jvm/jdk-17: was 17.0.1 (Maker), is gone", "JDK at /jvm/jdk-25", "rerun");
        Jdk here = Jdk.running();
        Jdk old = new Jdk(here.home(), here.feature(), here.feature() + ".0.0.1", here.vendor());
        run = MadeUpRun.create(
                directory.resolve("another"),
                MadeUpRun.plan(Preset.SMOKE, 1, "cpu", List.of("blocking"), old).on(Terms.with(here)));
        refused(resume(), "JDK at " + here.home() + ": was " + old + ", is " + here);
    }

    @Test
    void schemaOfAnotherVersion_isRefusedByName() throws IOException {
        Files.writeString(run.runJson(), "{ \"schema\" : 1, \"id\" : \"old\", \"plan\" : { \"jvmArgs\" : [ ] } }");
        for (Cli cli : List.of(
                resume(),
                Cli.run("rerun", run.path().toString()),
                Cli.run("report", run.path().toString())))
            refused(cli, run.runJson() + ": schema 1, written by an older version; this one reads 2");
        Files.writeString(run.runJson(), "{ \"schema\" : 3 }");
        refused(resume(), "schema 3, written by a newer version; this one reads 2");
        Files.writeString(run.runJson(), "{ }");
        refused(resume(), "no record of a run");
    }

    @Test
    void fieldsOfALaterVersion_areIgnored() throws IOException {
        edit(run.runJson(), "\"environment\" : {", "\"mood\" : [ 1 ], \"environment\" : { \"altitude\" : 3,");
        edit(fork(".json"), "\"limits\" :", "\"colour\" : \"red\", \"limits\" :");
        assertThat(resume("--dry-run").out()).contains("3 of 4 forks are done");
    }

    @Test
    void runThatIsNotThere_isRefusedWithThoseThatAre() {
        refused(
                Cli.run("run", "--resume", "nowhere", "--results", directory.toString()),
                "--resume \"nowhere\": no such directory",
                run.id());
        refused(Cli.run("rerun", "nowhere", "--results", directory.toString()), "RUN \"nowhere\"", run.id());
        refused(
                Cli.run(
                        "run",
                        "--resume",
                        "nowhere",
                        "--results",
                        directory.resolve("none").toString()),
                "there are no runs");
    }
}
