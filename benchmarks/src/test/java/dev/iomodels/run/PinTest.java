package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.iomodels.plan.CpuList;
import dev.iomodels.plan.Jdk;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Json;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Forks, their workers and the stub are where they were asked to be: Linux says so. */
@EnabledOnOs(OS.LINUX)
final class PinTest {
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";
    private static final String STUB = "dev.iomodels.stub.StubMain";
    private static final String WORKER = "dev.iomodels.fetch.Worker";

    @TempDir
    private Path directory;

    private String first;
    private String second;

    @BeforeEach
    void twoProcessors() {
        BitSet allowed = CpuList.parse(JvmFacts.here().cpus());
        assumeThat(allowed.cardinality()).as("processors here").isGreaterThan(1);
        first = Integer.toString(allowed.nextSetBit(0));
        second = Integer.toString(allowed.nextSetBit(allowed.nextSetBit(0) + 1));
    }

    private Tool start() throws IOException {
        return Tool.run(
                directory,
                "--preset=smoke",
                "--scenario=closed:4,delay=5ms",
                "--models=process-pool:1",
                "--client-cpus=" + first,
                "--stub-cpus=" + second);
    }

    private static String allowed(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> left(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("(jmh|iomodels)\\.lock"))
                    .toList();
        }
    }

    @Tag("thorough")
    @Test
    void forkWorkersAndStub_arePinned_andTheRecordSaysSo() throws Exception {
        try (Tool tool = start()) {
            Tool.await("a worker", () -> !tool.children(WORKER).isEmpty());
            assertThat(allowed(tool.children(STUB).get(0))).isEqualTo(second);
            assertThat(allowed(tool.children(FORK).get(0))).isEqualTo(first);
            assertThat(allowed(tool.children(WORKER).get(0))).isEqualTo(first);
            assertThat(tool.exitStatus()).as(tool.output()).isZero();
            JvmFacts facts = ((Measured) Json.read(tool.files("1\\.json").get(0), ForkResult.class)).jvm();
            assertThat(facts.processors()).isEqualTo(1);
            assertThat(facts.cpus()).isEqualTo(first);
            RunRecord record = RunDirectory.open(tool.runDirectory()).record();
            assertThat(record.plan().terms().clientCpus()).isEqualTo(first);
            assertThat(record.plan().terms().stubCpus()).isEqualTo(second);
            assertThat(tool.output()).contains("pinned to processors " + first, "pinned to processors " + second);
            assertThat(left(tool.temporary)).isEmpty();
        }
    }

    @Tag("thorough")
    @Test
    void runnerOfAPinnedFork_killed_leavesNoProcessAndNoFile() throws Exception {
        try (Tool tool = start()) {
            Tool.await("a worker", () -> !tool.children(WORKER).isEmpty());
            TimeUnit.MILLISECONDS.sleep(1_000);
            List<ProcessHandle> all = tool.process.descendants().toList();
            tool.process.destroyForcibly();
            Tool.await("the end of all", () -> all.stream().noneMatch(PinTest::runs));
            assertThat(left(tool.temporary)).isEmpty();
        }
    }

    private static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void processorsThatAreNotThere_areAnsweredWithThoseThatAre() {
        assertThat(Pin.checked(" ")).isEmpty();
        assertThat(Pin.checked(second + "," + first)).isEqualTo(CpuList.text(CpuList.parse(first + "," + second)));
        assertThatThrownBy(() -> Pin.checked(first + ",4000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + first + ",4000\": not all of these")
                .hasMessageContaining("only " + JvmFacts.here().cpus())
                .hasMessageContaining("try 0");
    }

    @Test
    void launcherOfAHomeWithAQuote_startsThatHome() throws Exception {
        Path home = Files.createDirectories(directory.resolve("it's a home/bin"));
        Path java = Files.writeString(
                home.resolve("java"), "#!/bin/sh\ngrep Cpus_allowed_list /proc/self/status\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var jdk = new Jdk(home.getParent().toString(), 17, "17", "Maker");
        try (ForkJvm jvm = ForkJvm.of(jdk, first)) {
            Process process = new ProcessBuilder(jvm.launcher().toString(), "a b", "c").start();
            assertThat(process.inputReader().lines()).containsExactly("Cpus_allowed_list:\t" + first, "a b c");
        }
    }
}
