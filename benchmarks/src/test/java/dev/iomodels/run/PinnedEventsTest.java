package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.plan.Cell;
import dev.iomodels.result.Footprint.Pinned;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.RawCheck;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunDirectory.StoredFork;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real forks that count pinned events. */
@Tag("thorough")
@Timeout(300)
class PinnedEventsTest {
    private static final long DELAY_NANOS = 20_000_000;

    @TempDir
    private Path directory;

    private static Pinned pinned(RunDirectory run, String contender) {
        Cell cell = run.record().plan().cells().stream()
                .filter(one -> one.contender().slug().equals(contender))
                .findFirst()
                .orElseThrow();
        for (StoredFork fork : run.forks(run.record().plan(), cell))
            assertThat(((Measured) fork.result()).footprint().pinned()).isEqualTo(Pinned.UNKNOWN);
        return ((Measured) run.pinned(cell).orElseThrow()).footprint().pinned();
    }

    @Test
    void monitor_pinsAVirtualThreadForEachPage_onJdk21_andOn25None() throws Exception {
        try (Tool tool = Tool.run(
                directory,
                "--preset=smoke",
                "--pinned",
                "--scenario=closed:20,delay=20ms",
                "--models=virtual-thread,virtual-thread-monitor",
                "--jdks=21,25")) {
            int status = tool.exitStatus();
            assumeTrue(status != 2, "JDK 21 and 25 on this machine");
            assertThat(status).as(tool.output()).isZero();
            RunDirectory run = RunDirectory.open(tool.runDirectory());
            Pinned monitor = pinned(run, "virtual-thread-monitor@21");
            assertThat((double) monitor.events() / monitor.pages()).isBetween(0.9, 1.5);
            assertThat((double) monitor.nanos() / monitor.pages()).isGreaterThan(0.8 * DELAY_NANOS);
            Pinned without = pinned(run, "virtual-thread@21");
            assertThat((double) without.nanos() / without.pages()).isLessThan(0.1 * DELAY_NANOS);
            Pinned later = pinned(run, "virtual-thread-monitor@25");
            assertThat((double) later.nanos() / later.pages()).isLessThan(0.1 * DELAY_NANOS);
            assertThat(RawCheck.of(run)).isEmpty();
            assertThat(Files.readString(run.path().resolve("SHA256SUMS")))
                    .contains("/virtual-thread-monitor@21/pinned.jfr", "/virtual-thread-monitor@21/pinned.json");
            assertThat(tool.output()).contains("pinned/page");
        }
    }
}
