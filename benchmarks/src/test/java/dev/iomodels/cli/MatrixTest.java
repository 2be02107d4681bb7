package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iomodels.plan.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plans over several JDKs, with flags and budgets of one's own. */
@Timeout(60)
class MatrixTest {
    private static final int VIRTUAL_THREADS = 21;

    @TempDir
    private Path directory;

    private Cli dryRun(List<Path> homes, String... arguments) throws IOException {
        return DryRun.of(directory, homes, arguments);
    }

    @Test
    void severalJdks_areOneRun_andEachIsPrinted() throws IOException {
        List<Jdk> newest = List.copyOf(DryRun.installed().stream()
                .map(Jdk::at)
                .collect(Collectors.toMap(Jdk::feature, jdk -> jdk, (one, other) -> one, TreeMap::new))
                .values());
        Cli cli = dryRun(DryRun.installed(), "--jdks=all", "--scenario=cpu", "--models=selector,virtual-thread");
        assertThat(cli.status()).as(cli.err()).isZero();
        for (Jdk jdk : newest)
            assertThat(cli.out())
                    .contains("JDK " + jdk.feature() + ": " + jdk + ", " + jdk.home() + ": as asked")
                    .contains("selector-1@" + jdk.feature(), "virtual-thread@" + jdk.feature());
        if (newest.get(0).feature() < VIRTUAL_THREADS)
            assertThat(cli.out()).contains("(skipped: virtual-thread needs JDK 21");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void twoBuildsOfOneVersion_areNamedByWhatTellsThemApart() throws IOException {
        List<String> homes = new ArrayList<>();
        for (String version : List.of("25.0.1", "25.0.3")) homes.add(DryRun.jdk(directory, 25, version));
        Cli cli = dryRun(List.of(), "--jdks=" + String.join(",", homes), "--scenario=cpu", "--models=selector");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("selector-1@25.0.1, selector-1@25.0.3")
                .contains("JDK 25.0.3: 25.0.3 (Maker), " + homes.get(1) + ": as asked");
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
    void budgetOfAPlanThatCannotRunAtAll_isNotFilled() throws IOException {
        String old = DryRun.jdk(directory, 17, "17.0.9");
        Cli cli = dryRun(
                List.of(),
                "--jdks=" + old,
                "--models=virtual-thread",
                "--scenario=cpu",
                "--preset=smoke",
                "--budget=30m");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("1 forks in 1 block", "skipped: virtual-thread needs JDK 21");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
