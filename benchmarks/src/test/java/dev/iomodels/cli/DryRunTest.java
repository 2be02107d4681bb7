package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iomodels.plan.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The plan that is printed before anything is measured: flags and budgets of one's own in it. */
@Timeout(60)
class DryRunTest {
    @TempDir
    private Path directory;

    private Cli dryRun(List<Path> homes, String... arguments) throws IOException {
        return DryRun.of(directory, homes, arguments);
    }

    @Test
    void plan_isPrintedWhole_andNothingIsMeasured() throws IOException {
        Cli cli = dryRun(
                List.of(),
                "--preset=standard",
                "--scenario=cpu,closed:200,delay=20ms",
                "--models=noop, selector,thread-pool",
                "--jdks=" + Jdk.running().home(),
                "--seed=42");
        String jdk = "@" + Jdk.running().label();
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("Preset standard [indicative]: 35 forks in 5 blocks, about ")
                .contains("seed 42", "as asked", "-Xms2g -Xmx2g")
                .contains("cpu: closed:64, no delay, 1KiB; warm-up 5 × 3s, then 5 × 3s")
                .contains("noop" + jdk + ", selector-1" + jdk + ", thread-pool-64" + jdk + ", selector-1" + jdk
                        + "-control")
                .contains("closed-200-fixed-20ms-1KiB: closed:200, fixed:20ms, 1KiB; warm-up 1 × 4s, then 5 × 3s")
                .contains("selector-1" + jdk + ", thread-pool-200" + jdk + ", selector-1" + jdk + "-control");
    }

    @Test
    void timeOfAList_isWorkedOutFromHowManyPagesEachContenderCanHaveInFlight() throws IOException {
        // 3 s of start and end, 5/3 s hot, twice 50 ms; seven lists, 200 ms apart, of 5 s, or 1.25 s, or 50 ms.
        String[] list = {"--scenario=list", "--blocks=1"};
        assertThat(dryRun(List.of(), with(list, "--models=blocking")).out())
                .contains("1 fork", "in 1 block, about 41 s")
                .contains("list: list:100, fixed:50ms, 1KiB; warm-up 2 × the list, then 5 × the list");
        assertThat(dryRun(List.of(), with(list, "--models=thread-pool:4")).out())
                .contains("about 14 s");
        assertThat(dryRun(List.of(), with(list, "--models=selector")).out()).contains("about 6 s");
    }

    @Test
    void faults_areOfEveryScenario_whichHasAnotherNameThen_andNoopHasNone() throws IOException {
        Cli cli =
                dryRun(List.of(), "--scenario=wait,churn", "--faults=reset@0.1%+stall:2s@1%", "--models=noop,selector");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("wait-reset-0.1-stall-2s-1: closed:1000, uniform:50ms..150ms, 1KiB, reset@0.1%+stall:2s@1%;")
                .contains("churn-reset-0.1-stall-2s-1: closed:200, uniform:50ms..150ms, 1KiB, "
                        + "close@100%+reset@0.1%+stall:2s@1%;")
                .doesNotContain("noop");
        Cli twice = dryRun(List.of(), "--scenario=wait,churn", "--faults=close@5%");
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.err()).contains("--faults", "\"close\": its kind is there twice", "stall:2s@1%+close@5%");
    }

    @Test
    void forksThatCountPinnedEvents_areAsked_orPartOfThePreset_orNot() throws IOException {
        String jdk = DryRun.jdk(directory, 21, "21.0.9");
        String[] models = {"--scenario=cpu", "--models=thread-pool,virtual-thread", "--jdks=" + jdk};
        assertThat(dryRun(List.of(Path.of(jdk)), models).out()).contains(": 6 forks in 3 blocks, about");
        assertThat(dryRun(List.of(Path.of(jdk)), with(models, "--pinned")).out())
                .contains(": 6 forks in 3 blocks, and 1 that only counts pinned events, about");
        assertThat(dryRun(List.of(Path.of(jdk)), with(models, "--preset=standard"))
                        .out())
                .contains(": 15 forks in 5 blocks, and 1 that only counts pinned events, about");
        assertThat(dryRun(List.of(Path.of(jdk)), with(models, "--preset=standard", "--pinned=false"))
                        .out())
                .contains(": 15 forks in 5 blocks, about");
    }

    @Test
    void flagThatAJdkDoesNotKnow_isFoundBeforeAnythingIsMeasured() throws IOException {
        Cli cli = dryRun(List.of(), "--jvm-args=-Xmx256m -XX:+UseNoSuchThing", "--models=selector");
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .contains(
                        "--jvm-args \"",
                        "-XX:+UseNoSuchThing\": JDK " + Jdk.running().label() + ", " + Jdk.running())
                .contains(Jdk.running().home(), "Unrecognized VM option 'UseNoSuchThing'", "for example");
    }

    /** JDK 24 took that flag away: it starts with it, warns, and does without. */
    @Test
    void flagThatAJdkIgnores_isFoundToo() throws IOException {
        Optional<Jdk> without = DryRun.installed().stream()
                .map(Jdk::at)
                .filter(jdk -> jdk.feature() == 24 || jdk.feature() == 25)
                .findFirst();
        assumeThat(without).isPresent();
        Cli cli = dryRun(
                List.of(),
                "--jvm-args=-XX:+UseZGC -XX:+ZGenerational",
                "--jdks=" + without.orElseThrow().home());
        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("--jvm-args", "Ignoring option ZGenerational");
    }

    @Test
    void flags_areTheSameForAllForks_andPrinted() throws IOException {
        Cli cli = dryRun(List.of(), "--jvm-args=-Xmx256m -XX:+UseParallelGC", "--models=selector");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("Forks with -XX:+AlwaysPreTouch -XX:-UsePerfData -Xms256m -Xmx256m -XX:+UseParallelGC");
    }

    @Test
    void budget_isFilledWithBlocks_andWhatTheyCanShowIsSaid() throws IOException {
        String[] asked = {"--scenario=cpu", "--models=selector,raw-selector", "--preset=smoke"};
        assertThat(dryRun(List.of(), with(asked, "--blocks=7")).out())
                .contains("14 forks in 7 blocks")
                .contains(
                        "With 7 blocks, differences of about 5.5 % between two contenders would be seen four times in "
                                + "five, at 3 % spread between forks");
        // A smoke fork of cpu is 3 s of start and end, a third of a second hot, four of a second: two are 14.67 s.
        assertThat(dryRun(List.of(), with(asked, "--budget=2m")).out())
                .contains("16 forks in 8 blocks, about 1 min 57 s");
        assertThat(dryRun(List.of(), with(asked, "--budget=15s")).out())
                .contains("2 forks in 1 block,")
                .contains("With 1 block: no words on differences between contenders, which take 5");
        assertThat(dryRun(List.of(), with(asked, "--budget=14s")).err())
                .contains("--budget \"14s\": one block, a fork of each of 2 cells, takes about 14 s; try --budget 1m");
        assertThat(dryRun(List.of(), with(asked, "--budget=2m", "--blocks=3")).err())
                .contains("--budget \"2m\"", "--blocks \"3\"", "leave one of them out");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void planOfWhichNothingCanRun_isRefused_withTheReasons() throws IOException {
        String old = DryRun.jdk(directory, 17, "17.0.9");
        for (String more : List.of("--budget=30m", "--blocks=2")) {
            Cli cli = dryRun(List.of(), "--jdks=" + old, "--models=virtual-thread,raw-selector", "--tls", more);
            assertThat(cli.status()).isEqualTo(2);
            assertThat(cli.err())
                    .contains("--models", "nothing to measure", "virtual-thread needs JDK 21, this is JDK 17")
                    .contains("raw-selector cannot fetch over TLS", "try one that can, such as --models selector");
        }
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
