package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
}
