package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.JvmArgs;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.result.Finding;
import dev.iomodels.result.Light;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A made-up machine on which all is well, with one thing wrong at a time. */
final class DoctorTest {
    private static final String CPU = "sys/devices/system/cpu/";

    @TempDir
    private Path root;

    private final Plan plan = Planner.plan(
            Preset.QUICK,
            1,
            1,
            Scenarios.parse("wait,crowd"),
            List.of("raw-selector", "process-pool:4"),
            List.of(Jdk.running()),
            Terms.with(Jdk.running()));

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }

    @BeforeEach
    void allIsWell() throws IOException {
        file("proc/stat", "cpu  1 2 3 4 5 6 7 8 9 0\ncpu0 1 2 3 4 5 6 7 8 9 0\ncpu1 1 2 3 4 5 6 7 8 9 0");
        file("proc/loadavg", "0.05 0.10 0.20 1/100 4242");
        file("proc/cpuinfo", "flags : fpu sse2");
        file("proc/meminfo", "MemTotal:  16000000 kB\nMemAvailable:  8000000 kB");
        file("proc/net/sockstat", "sockets: used 9\nTCP: inuse 1 orphan 0 tw 5 alloc 1 mem 1");
        file("proc/sys/net/core/somaxconn", "4096");
        file("proc/sys/net/ipv4/tcp_max_syn_backlog", "4096");
        file("proc/999999/comm", "bash");
        file("proc/self/environ", "HOME=/root\0JAVA_HOME=/jdk\0");
        file(CPU + "cpu0/cpufreq/scaling_governor", "performance");
        file(CPU + "intel_pstate/no_turbo", "1");
        file(CPU + "smt/active", "0");
        file("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
        file("sys/fs/cgroup/cpu.max", "max 100000");
    }

    private List<Finding> look() {
        return new Doctor(new SystemFiles(root), new Preflight(20_000, 28_000)).look(plan);
    }

    private Finding finding(String check) {
        return look().stream()
                .filter(one -> one.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allWell_everythingIsGreen_andAsksForNothing() {
        assertThat(look())
                .hasSizeGreaterThan(14)
                .allMatch(one -> one.light() == Light.GREEN && one.remedy().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CPU governor | sys/devices/system/cpu/cpu0/cpufreq/scaling_governor | powersave | performance",
                "turbo | sys/devices/system/cpu/intel_pstate/no_turbo | 0 | no_turbo",
                "SMT | sys/devices/system/cpu/smt/active | 1 | --stub-cpus",
                "virtualisation | proc/cpuinfo | flags : fpu hypervisor | machine of your own",
                "CPU quota | sys/fs/cgroup/cpu.max | 150000 100000 | cpu.max",
                "clock source | sys/devices/system/clocksource/clocksource0/current_clocksource | hpet | clocksource=tsc",
                "load | proc/loadavg | 1.50 1.00 0.50 3/100 4242 | end it",
                "other JVMs | proc/999999/comm | java | end them",
                "ports in TIME_WAIT | proc/net/sockstat | TCP: inuse 1 orphan 0 tw 27000 alloc 1 mem 1 | wait a minute",
                "accept backlog | proc/sys/net/core/somaxconn | 128 | net.core.somaxconn=4096",
                "SYN backlog | proc/sys/net/ipv4/tcp_max_syn_backlog | 256 | tcp_max_syn_backlog=4096"
            })
    void oneThingWrong_isAmber_andSaysWhatToChange(String check, String file, String text, String remedy)
            throws IOException {
        file(file, text);
        assertThat(finding(check).light()).isEqualTo(Light.AMBER);
        assertThat(finding(check).remedy()).contains(remedy);
        assertThat(look().stream().filter(one -> one.light() != Light.GREEN)).hasSize(1);
    }

    @Test
    void tooLittleMemory_isRed_withWhatIsNeeded() throws IOException {
        file("proc/meminfo", "MemTotal:  16000000 kB\nMemAvailable:  3000000 kB");
        // 2 GiB of heap, four workers of 256 MiB, 256 MiB beside, 768 MiB of stub.
        assertThat(finding("free memory").light()).isEqualTo(Light.RED);
        assertThat(finding("free memory").remedy()).contains("needs 4096 MiB", "only 2929 MiB", "--jvm-args");
    }

    @Test
    void heapThatNobodyHas_isRed_andWhatIsToBeTypedThenIsUnderstood() {
        for (String most : List.of("-Xmx99999999999999999999g", "-Xmx64G")) {
            Finding memory = look(plan.on(new Terms(List.of(most), "", Jdk.running(), "", "", false)));
            assertThat(memory.light()).isEqualTo(Light.RED);
            String typed = memory.remedy().replaceFirst(".*--jvm-args=", "");
            assertThat(JvmArgs.with(typed)).contains("-Xms512m", "-Xmx512m");
        }
    }

    @Test
    void stubThatRunsAlready_needsNoMoreMemory() throws IOException {
        file("proc/meminfo", "MemTotal:  16000000 kB\nMemAvailable:  3500000 kB");
        Terms with = Terms.with(Jdk.running());
        assertThat(look(plan.on(with)).light()).isEqualTo(Light.RED);
        Terms without = new Terms(with.jvmArgs(), "http://127.0.0.1:1", with.stubJdk(), "", "", false);
        assertThat(look(plan.on(without)).value()).endsWith("need 3328");
    }

    private Finding look(Plan other) {
        return new Doctor(new SystemFiles(root), new Preflight(20_000, 28_000))
                .look(other).stream()
                        .filter(one -> one.check().equals("free memory"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void flagsThatEveryJvmTakesFromItsEnvironment_areShown() throws IOException {
        file("proc/self/environ", "HOME=/root\0_JAVA_OPTIONS=-Xmx3g -Dx=y\0JAVA_HOME=/jdk\0");
        Finding options = finding("JVM options in the environment");
        assertThat(options.light()).isEqualTo(Light.AMBER);
        assertThat(options.value()).isEqualTo("_JAVA_OPTIONS=-Xmx3g -Dx=y");
        assertThat(options.remedy()).contains("unset", "--jvm-args");
    }

    @Test
    void tooFewFiles_isRed() {
        assertThat(new Doctor(new SystemFiles(root), new Preflight(4_096, 28_000)).look(plan))
                .filteredOn(one -> one.light() == Light.RED)
                .singleElement()
                .extracting(Finding::remedy)
                .asString()
                .contains("scenario crowd needs 10000 connections", "ulimit -n 11000");
    }

    @Test
    void nothingTold_isUnknown_notGreen(@TempDir Path empty) {
        assertThat(new Doctor(new SystemFiles(empty), new Preflight(20_000, 28_000)).look(plan))
                .filteredOn(one -> !List.of("open files", "ports", "JDKs", "CPU quota", "other JVMs")
                        .contains(one.check()))
                .isNotEmpty()
                .allMatch(one -> one.light() == Light.UNKNOWN);
    }

    private Finding churn(String scenario, String reuse, String stub) throws IOException {
        file("proc/sys/net/ipv4/tcp_tw_reuse", reuse);
        Terms local = Terms.with(Jdk.running());
        Terms terms = new Terms(
                local.jvmArgs(), stub, local.stubJdk(), local.stubCpus(), local.clientCpus(), local.eachInterval());
        Plan churning = Planner.plan(
                Preset.QUICK, 1, 1, Scenarios.parse(scenario), List.of("raw-selector"), List.of(Jdk.running()), terms);
        return new Doctor(new SystemFiles(root), new Preflight(20_000, 28_000))
                .look(churning).stream()
                        .filter(one -> one.check().equals("ports for new connections"))
                        .findFirst()
                        .orElseThrow();
    }

    /** Churn opens 2000 a second: 120 000 ports for a minute each, 2000 for a second. */
    @ParameterizedTest
    @CsvSource({
        "churn, 0, '', AMBER",
        "churn, 1, '', GREEN",
        "churn, 2, '', GREEN",
        "churn, 2, http://127.0.0.1:1, GREEN",
        "churn, 2, http://10.0.0.1:1, AMBER",
        "churn, 1, http://10.0.0.1:1, GREEN",
        "'closed:40,delay=100ms,faults=close@100%', 0, '', GREEN",
        "'closed:50,delay=100ms,faults=reset@90%', 0, '', GREEN",
        "'closed:60,delay=100ms,faults=reset@90%', 0, '', AMBER",
        "'closed:64,faults=close@100%', 2, '', AMBER"
    })
    void connectionsThatAreNotKept_needPortsForAsLongAsTheyWait(String scenario, String reuse, String stub, Light light)
            throws IOException {
        assertThat(churn(scenario, reuse, stub).light()).isEqualTo(light);
    }

    @Test
    void connectionsThatAreKept_needNoSuchPorts() {
        assertThat(look()).extracting(Finding::check).doesNotContain("ports for new connections");
    }
}
