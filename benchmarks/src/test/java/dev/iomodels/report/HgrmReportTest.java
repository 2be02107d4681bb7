package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HgrmReportTest {
    @TempDir
    private Path directory;

    private Path histograms;

    @BeforeEach
    void write() {
        RunDirectory run = MadeUpRun.example(directory);
        new HgrmReport().write(RunContents.of(run), run.path());
        histograms = run.path().resolve("histograms");
    }

    @Test
    void everyCellThatMeasured_hasOne_andOneOfWhatWasAddedWherePagesWereHeldBack() {
        assertThat(histograms.toFile().list())
                .containsExactlyInAnyOrder(
                        "cpu-noop@17-latency.hgrm",
                        "cpu-blocking@17-latency.hgrm",
                        "cpu-raw-selector@17-latency.hgrm",
                        "wait-blocking@17-latency.hgrm",
                        "wait-blocking@17-added.hgrm",
                        "wait-raw-selector@17-latency.hgrm",
                        "wait-raw-selector@17-added.hgrm");
    }

    @Test
    void forks_areAddedUp_inMilliseconds() throws IOException {
        String text = Files.readString(histograms.resolve("wait-blocking@17-latency.hgrm"));
        assertThat(text.lines().findFirst().orElseThrow().trim().split(" +"))
                .containsExactly("Value", "Percentile", "TotalCount", "1/(1-Percentile)");
        assertThat(text).containsPattern("#\\[Max +=  +200\\.\\d+, Total count +=  +6000\\]");
        assertThat(Files.readString(histograms.resolve("wait-blocking@17-added.hgrm")))
                .containsPattern("#\\[Max +=  +100\\.\\d+, Total count +=  +6000\\]");
    }
}
