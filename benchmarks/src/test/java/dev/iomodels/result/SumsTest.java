package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iomodels.MadeUpRun;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumsTest {
    private static final Plan PLAN = MadeUpRun.plan(Preset.QUICK, 1, "cpu", List.of("blocking"), MadeUpRun.JDK_17);

    @TempDir
    private Path directory;

    private RunDirectory run;
    private Path fork;

    @BeforeEach
    void writeRun() throws IOException {
        run = MadeUpRun.create(directory, PLAN);
        Cell cell = PLAN.cells().get(0);
        MadeUpRun.store(run, cell, 1, MadeUpRun.measured(100));
        fork = run.files(cell, 1).json();
        Files.writeString(run.files(cell, 1).log(), "the fork's output\n");
        Files.writeString(run.path().resolve("summary.md"), "# can be made again");
        Sums.write(run);
    }

    @Test
    void sums_areOverTheRecordAndEveryRawFile_andOverNoReport() throws IOException {
        assertThat(Files.readAllLines(run.path().resolve("SHA256SUMS")))
                .allMatch(line -> line.matches("[0-9a-f]{64}  \\S+"))
                .extracting(line -> line.substring(66))
                .containsExactly(
                        "forks/cpu/blocking@17/1.hlog",
                        "forks/cpu/blocking@17/1.json",
                        "forks/cpu/blocking@17/1.log",
                        "run.json");
    }

    @Test
    void sums_areCheckedBySha256sum_whichFindsAChange() throws Exception {
        Path tool = Path.of("/usr/bin/sha256sum");
        assumeTrue(Files.isExecutable(tool));
        assertThat(check(tool)).isZero();
        Files.writeString(fork, Files.readString(fork).replace("measured", "Measured"));
        assertThat(check(tool)).isEqualTo(1);
    }

    private int check(Path tool) throws Exception {
        Process process = new ProcessBuilder(tool.toString(), "--strict", "-c", "SHA256SUMS")
                .directory(run.path().toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
