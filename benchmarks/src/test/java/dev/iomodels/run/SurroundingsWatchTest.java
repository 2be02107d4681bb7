package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.iomodels.result.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurroundingsWatchTest {
    @TempDir
    private Path root;

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void stat(long user, long nice, long system, long soft, long steal) throws IOException {
        String times = user + " " + nice + " " + system + " 5000 60 " + soft / 2 + " " + soft + " " + steal + " 0 0\n";
        file("proc/stat", "cpu  " + times + "cpu0 " + times + "cpu1 " + times + "intr 1 2 3\n");
    }

    @Test
    void between_twoReadings_processesTimeIsBusy_andInterruptsAreKeptApart() throws Exception {
        stat(1_000, 10, 300, 80, 7);
        file("proc/self/cgroup", "0::/some.slice\n");
        file("sys/fs/cgroup/some.slice/cpu.stat", "usage_usec 5\nnr_periods 100\nnr_throttled 3\n");
        try (SurroundingsWatch watch = SurroundingsWatch.begin(new SystemFiles(root))) {
            Thread.sleep(60);
            stat(1_200, 20, 350, 140, 9);
            file("sys/fs/cgroup/some.slice/cpu.stat", "usage_usec 9\nnr_periods 150\nnr_throttled 4\n");
            Surroundings seen = watch.end();
            // 200 + 10 + 50 ticks of a hundredth of a second.
            assertThat(seen.busyCpuSeconds()).isCloseTo(2.6, within(1e-9));
            // 30 ticks of hard ones, 60 of soft ones.
            assertThat(seen.interruptCpuSeconds()).isCloseTo(0.9, within(1e-9));
            assertThat(seen.stolenCpuSeconds()).isCloseTo(0.02, within(1e-9));
            assertThat(seen.cores()).isEqualTo(2);
            assertThat(seen.periods()).isEqualTo(50);
            assertThat(seen.throttled()).isEqualTo(1);
            assertThat(seen.sleeps()).isPositive();
            assertThat(seen.hiccupMaxNanos()).isGreaterThanOrEqualTo(seen.hiccupP50Nanos());
            assertThat(seen.seconds()).isGreaterThanOrEqualTo(0.06);
            assertThat(seen.runnerCpuSeconds()).isNotNegative();
        }
    }

    @Test
    void controlGroupOfVersion1_isReadToo_alsoWhereItsPathIsTheHosts() throws Exception {
        file("proc/self/cgroup", "3:cpu,cpuacct:/docker/abc\n1:name=systemd:/\n");
        file("sys/fs/cgroup/cpu,cpuacct/cpu.stat", "nr_periods 8\nnr_throttled 2\nthrottled_time 5\n");
        file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "150000\n");
        file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
        ControlGroup group = new ControlGroup(new SystemFiles(root));
        assertThat(group.count("nr_throttled")).isEqualTo(2);
        assertThat(group.quota()).contains(1.5);
    }

    @Test
    void watchThatIsClosedWithoutItsEnd_asWhenAForkFails_leavesNoThread() throws Exception {
        SurroundingsWatch.begin(new SystemFiles(root)).close();
        for (int i = 0; i < 200 && sleepers() > 0; i++) Thread.sleep(20);
        assertThat(sleepers()).isZero();
    }

    private static long sleepers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sleeper"))
                .count();
    }

    @Test
    void nothingTold_isUnknown_notZero() {
        try (SurroundingsWatch watch = SurroundingsWatch.begin(new SystemFiles(root))) {
            Surroundings seen = watch.end();
            assertThat(seen.busyCpuSeconds()).isEqualTo(-1);
            assertThat(seen.interruptCpuSeconds()).isEqualTo(-1);
            assertThat(seen.stolenCpuSeconds()).isEqualTo(-1);
            assertThat(seen.cores()).isEqualTo(-1);
            assertThat(seen.periods()).isEqualTo(-1);
            assertThat(seen.throttled()).isEqualTo(-1);
        }
        assertThat(new ControlGroup(new SystemFiles(root)).quota()).isEmpty();
    }
}
