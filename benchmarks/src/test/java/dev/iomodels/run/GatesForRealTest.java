package dev.iomodels.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.gate.Ruling;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.Light;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.stub.Stub;
import dev.iomodels.stub.StubOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real runs that something real goes wrong with. */
@EnabledOnOs(OS.LINUX)
final class GatesForRealTest {
    private static final String STUB = "dev.iomodels.stub.StubMain";

    @TempDir
    private Path directory;

    private final List<Process> hogs = new ArrayList<>();

    @AfterEach
    void endHogs() {
        hogs.forEach(Process::destroyForcibly);
    }

    private void hog(String... prefix) throws Exception {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of("sh", "-c", "while :; do :; done"));
        hogs.add(new ProcessBuilder(command).start());
    }

    private Tool start(List<String> prefix, String scenario, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("--preset", "smoke", "--scenario", scenario, "--models", "raw-selector"));
        arguments.addAll(List.of(more));
        return Tool.run(directory, prefix, arguments.toArray(String[]::new));
    }

    private static Ruling ruling(Tool tool, String gate) throws Exception {
        assertThat(tool.exitStatus()).as(tool.output()).isZero();
        assertThat(tool.runDirectory().resolve("gates.json")).content().contains("\"" + gate + "\"");
        return RunContents.of(RunDirectory.open(tool.runDirectory())).gates().rulings().stream()
                .filter(one -> one.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    @Tag("thorough")
    @Test
    void wrongPages_areRed_andShown() throws Exception {
        try (Stub stub = Stub.start(StubOptions.DEFAULT);
                FailingStub failing = FailingStub.before(stub);
                Tool tool = start(List.of(), "closed:4,delay=7ms", "--stub", failing.uri())) {
            assertThat(ruling(tool, "wrong-pages").light()).isEqualTo(Light.RED);
            assertThat(ruling(tool, "fetches-failed").light()).isEqualTo(Light.RED);
            assertThat(tool.output())
                    .contains("RED    pages of wrong length or content", "speed of wrong answers", "raw-selector@")
                    .containsPattern("raw-selector@\\d+ ! ");
        }
    }

    @Tag("thorough")
    @Test
    void stubThatIsStoppedAgainAndAgain_isLate() throws Exception {
        try (Tool tool = start(List.of(), "closed:20,delay=10ms")) {
            Tool.await("the stub", () -> !tool.children(STUB).isEmpty());
            String stub = Long.toString(tool.children(STUB).get(0).pid());
            while (tool.process.isAlive()) {
                new ProcessBuilder("kill", "-STOP", stub).start().waitFor();
                TimeUnit.MILLISECONDS.sleep(60);
                new ProcessBuilder("kill", "-CONT", stub).start().waitFor();
                TimeUnit.MILLISECONDS.sleep(200);
            }
            Ruling late = ruling(tool, "stub-late");
            assertThat(late.light()).isEqualTo(Light.RED);
            assertThat(late.value().orElseThrow()).isGreaterThan(20);
            assertThat(tool.output()).contains("RED    stub late, p99 (amber: over 5ms; red: over 20ms)");
        }
    }

    @Tag("thorough")
    @Test
    void hogsBesideAFork_areSeenAsOthers() throws Exception {
        hog();
        hog();
        try (Tool tool = start(List.of(), "cpu")) {
            assertThat(ruling(tool, "others").light()).isEqualTo(Light.RED);
            assertThat(tool.output()).contains("CPU used by others");
        }
    }

    @Tag("thorough")
    @Test
    void toolStarvedOnOneProcessor_withAHogOnIt_isNotGreen() throws Exception {
        hog("taskset", "-c", "0");
        try (Tool tool = start(List.of("taskset", "-c", "0"), "cpu")) {
            assertThat(ruling(tool, "others").light()).isIn(Light.AMBER, Light.RED);
            assertThat(ruling(tool, "others").value().orElseThrow()).isGreaterThan(5);
        }
    }
}
