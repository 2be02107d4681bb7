package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which JDKs a plan is made for. */
@Timeout(60)
class JdkChoiceTest {
    private static final int VIRTUAL_THREADS = 21;

    @TempDir
    private Path directory;

    private Cli dryRun(List<Path> homes, String... arguments) throws IOException {
        return DryRun.of(directory, homes, arguments);
    }

    @Test
    void runningJdk_isChosenIfItHasVirtualThreads_elseTheNewestThatIsFound_andWhyIsSaid() throws IOException {
        Jdk newest = Stream.concat(DryRun.installed().stream().map(Jdk::at), Stream.of(Jdk.running()))
                .max(Comparator.comparingInt(Jdk::feature))
                .orElseThrow();
        String out = dryRun(DryRun.installed()).out();
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
        assertThat(cli.out())
                .contains(": " + Jdk.running())
                .contains("Passed over: \"" + directory.resolve("jdk-8") + "\": JDK 1.8; it takes JDK 17 or later")
                .contains("Passed over: \"" + empty + "\": no JDK");
        Cli all = dryRun(List.of(directory.resolve("jdk-8")), "--jdks=98");
        assertThat(all.status()).isEqualTo(2);
        assertThat(all.err())
                .contains("\"98\": no such JDK is known here; found are ", "; passed over: \"" + directory);
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
}
