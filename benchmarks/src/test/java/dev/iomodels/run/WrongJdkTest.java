package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.RunRecord.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that says it is one JDK and starts another: real runs with it. */
@DisabledOnOs(OS.WINDOWS)
final class WrongJdkTest {
    @TempDir
    private Path directory;

    private Path pretender(String version, String otherwise) throws IOException {
        Path home = directory.resolve("pretender");
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(launcher, """
                #!/bin/sh
                if [ "$1" = -XshowSettings:properties ]; then
                    echo '    java.home = %s'
                    echo '    java.specification.version = %d'
                    echo '    java.version = %s'
                    echo '    java.vendor = Pretender'
                    exit 0
                fi
                %s
                exec '%s' "$@"
                """.formatted(
                        home,
                        Runtime.version().feature(),
                        version,
                        otherwise,
                        Jdk.running().java()));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private Tool run(long seed, String jdks) throws IOException {
        return Tool.run(
                directory,
                "--preset=smoke",
                "--scenario=closed:4,delay=5ms",
                "--models=blocking",
                "--seed=" + seed,
                "--jdks=" + jdks);
    }

    /** One that has the fork on the running JDK come first. */
    private static long seed(Path pretender) {
        List<Jdk> jdks = List.of(Jdk.running(), new Jdk(pretender.toString(), 17, "17", "Pretender", "other"));
        return LongStream.range(1, 100)
                .filter(seed -> Planner.plan(
                                Preset.SMOKE,
                                seed,
                                1,
                                Scenarios.parse("wait"),
                                List.of("blocking"),
                                jdks,
                                Terms.with(Jdk.running()))
                        .forks()
                        .get(0)
                        .cell()
                        .contender()
                        .jdk()
                        .equals(Jdk.running()))
                .findFirst()
                .orElseThrow();
    }

    @Tag("thorough")
    @Test
    void forkOnAnotherJdkOfTheSameVersion_endsTheRun_andTheForksBeforeItStay() throws Exception {
        Path home = pretender(Jdk.running().version(), "");
        try (Tool tool = run(seed(home), Jdk.running().home() + "," + home)) {
            assertThat(tool.exitStatus()).as(tool.output()).isEqualTo(1);
            RunRecord record = RunDirectory.open(tool.runDirectory()).record();
            List<Plan.Fork> forks = record.plan().forks();
            Plan.Fork wrong = forks.stream()
                    .filter(fork -> fork.cell().contender().jdk().home().equals(home.toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(forks.indexOf(wrong)).as("forks before the wrong one").isEqualTo(1);
            assertThat(tool.files("1\\.json"))
                    .hasSize(1)
                    .allMatch(file ->
                            file.toString().contains("forks/" + forks.get(0).path()));
            assertThat(tool.files(".*\\.(part|hlog)"))
                    .as("nothing of the wrong fork's that could be taken for a result")
                    .hasSize(1);
            assertThat(record.status()).isEqualTo(Status.INTERRUPTED);
            assertThat(record.reason())
                    .contains("fork " + wrong.path() + " was to run on JDK "
                            + Jdk.running().version() + " (Pretender), " + home)
                    .contains(
                            "but ran on JDK " + Jdk.running().version(),
                            Jdk.running().home());
            assertThat(tool.output()).contains(record.reason()).doesNotContain("\tat ");
        }
    }

    @Test
    void forkThatFailsOnAnotherJdk_endsTheRunToo() throws Exception {
        int feature = Runtime.version().feature();
        Path home = pretender(feature + ".99.1", "case \"$*\" in *ForkedMain*) exit 7 ;; esac");
        try (Tool tool = run(1, home.toString())) {
            assertThat(tool.exitStatus()).as(tool.output()).isEqualTo(1);
            RunRecord record = RunDirectory.open(tool.runDirectory()).record();
            assertThat(record.status()).isEqualTo(Status.INTERRUPTED);
            assertThat(record.reason())
                    .contains("@" + feature + "/1 was to run on JDK " + feature + ".99.1 (Pretender)")
                    .contains("but ran on JDK " + Jdk.running().version());
        }
    }
}
