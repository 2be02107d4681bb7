package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iomodels.plan.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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

/** The plan that is printed before anything is measured, and the JDKs that it chooses. */
@Timeout(60)
class DryRunTest {
    private static final int VIRTUAL_THREADS = 21;

    @TempDir
    private Path directory;

    private Cli dryRun(List<Path> homes, String... arguments) throws IOException {
        Path toolchains = Files.writeString(
                directory.resolve("toolchains.xml"),
                homes.stream()
                        .map(home ->
                                "<toolchain><configuration><jdkHome>" + home + "</jdkHome></configuration></toolchain>")
                        .collect(Collectors.joining("\n", "<toolchains>", "</toolchains>")));
        List<String> all = new ArrayList<>(List.of(
                "run", "--dry-run", "--results", directory.resolve("results") + "", "--toolchains", toolchains + ""));
        all.addAll(List.of(arguments));
        Cli cli = Cli.run(all.toArray(String[]::new));
        assertThat(directory.resolve("results")).doesNotExist();
        return cli;
    }

    private static List<Path> installed() throws IOException {
        if (!Files.isDirectory(Path.of("/usr/lib/jvm"))) return List.of();
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .toList();
        }
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
    void runningJdk_isChosenIfItHasVirtualThreads_elseTheNewestThatIsFound_andWhyIsSaid() throws IOException {
        Jdk newest = Stream.concat(installed().stream().map(Jdk::at), Stream.of(Jdk.running()))
                .max(Comparator.comparingInt(Jdk::feature))
                .orElseThrow();
        String out = dryRun(installed()).out();
        if (Jdk.running().feature() >= VIRTUAL_THREADS)
            assertThat(out).contains(": " + Jdk.running() + ", ", ": it runs this");
        else if (newest.feature() >= VIRTUAL_THREADS)
            assertThat(out)
                    .contains("JDK " + newest.label() + ": " + newest + ", " + newest.home() + ": the newest of ")
                    .contains("because JDK " + Jdk.running().label() + ", which runs this, has no virtual threads");
        assertThat(out).contains("Stub on JDK " + newest);
    }

    @Test
    void noNewerJdk_isSaid_andVirtualThreadsAreSkipped() throws IOException {
        Cli cli = dryRun(List.of(directory.resolve("gone")), "--scenario=cpu");
        assertThat(cli.status()).isZero();
        assertThat(cli.out())
                .contains(": " + Jdk.running() + ", " + Jdk.running().home() + ": it runs this");
        if (Jdk.running().feature() < VIRTUAL_THREADS)
            assertThat(cli.out())
                    .contains("no JDK 21 or later was found for virtual threads: install one, or name it with --jdks")
                    .contains("(skipped: virtual-thread needs JDK 21, this is JDK "
                            + Jdk.running().label() + ")");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void listedJdksThatAreTooOldOrBroken_arePassedOver() throws IOException {
        Path launcher = Files.createDirectories(directory.resolve("jdk-8/bin")).resolve("java");
        Files.writeString(launcher, "#!/bin/sh\necho '    java.specification.version = 1.8'\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path empty = Files.createDirectories(directory.resolve("empty"));
        Cli cli = dryRun(List.of(directory.resolve("jdk-8"), empty), "--scenario=cpu");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains(": " + Jdk.running());
    }

    @Test
    void severalJdks_areOneRun_andEachIsPrinted() throws IOException {
        List<Jdk> newest = List.copyOf(installed().stream()
                .map(Jdk::at)
                .collect(Collectors.toMap(Jdk::feature, jdk -> jdk, (one, other) -> one, TreeMap::new))
                .values());
        Cli cli = dryRun(installed(), "--jdks=all", "--scenario=cpu", "--models=selector,virtual-thread");
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
        for (String version : List.of("25.0.1", "25.0.3")) {
            Path launcher =
                    Files.createDirectories(directory.resolve(version + "/bin")).resolve("java");
            Files.writeString(
                    launcher,
                    "#!/bin/sh\necho '    java.specification.version = 25'\necho '    java.version = " + version
                            + "'\necho '    java.vendor = Maker'\necho '    java.home = "
                            + directory.resolve(version) + "'\n");
            assertThat(launcher.toFile().setExecutable(true)).isTrue();
            homes.add(directory.resolve(version).toString());
        }
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
        Optional<Jdk> without = installed().stream()
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
                .contains("2 forks in 1 blocks")
                .contains("With 1 block: no words on differences between contenders, which take 5");
        assertThat(dryRun(List.of(), with(asked, "--budget=14s")).err())
                .contains("--budget \"14s\": one block, a fork of each of 2 cells, takes about 14 s; try --budget 1m");
        assertThat(dryRun(List.of(), with(asked, "--budget=2m", "--blocks=3")).err())
                .contains("--budget \"2m\"", "--blocks \"3\"", "leave one of them out");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
