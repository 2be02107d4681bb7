package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.MadeUpRun;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
    @TempDir
    private Path directory;

    private List<String> lines;

    @BeforeEach
    void write() throws IOException {
        RunDirectory run = MadeUpRun.example(directory);
        new MarkdownReport().write(RunContents.of(run), run.path());
        lines = Files.readAllLines(run.path().resolve("summary.md"));
    }

    @Test
    void badge_isOnTop_andEveryScenarioHasATable() {
        assertThat(lines.subList(0, 3))
                .containsExactly("# 2026-11-22T150300Z-quick", "", "**indicative; 3 of 7 cells not citable**");
        assertThat(lines)
                .contains("## cpu: closed:64, no delay, 1KiB; service times")
                .contains("## wait: closed:1000, uniform:50ms..150ms, 1KiB; service times; ceiling 10 000 pages/s");
    }

    @Test
    void tables_areRectangular() {
        List<String> rows = lines.stream().filter(line -> line.startsWith("| ")).toList();
        List<String> costs =
                rows.stream().dropWhile(row -> !row.startsWith("| cost |")).toList();
        assertThat(rows).hasSize(2 + 5 + 2 + 3 + 2 + 4 + 2 + 2 + 2 + 2);
        assertThat(rows).allMatch(row -> bars(row) == 15 || bars(row) == 13 || bars(row) == 5);
        assertThat(rows.subList(0, 7)).allMatch(row -> bars(row) == 15);
        assertThat(costs.subList(0, 5)).allMatch(row -> bars(row) == 13);
    }

    private static long bars(String row) {
        return row.replace("\\|", "").chars().filter(c -> c == '|').count();
    }

    @Test
    void failedAndSkippedCells_areThere_withTheirReasons() {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("| virtual-thread@17 | skipped: virtual-thread needs JDK 21"))
                .anyMatch(line -> line.startsWith("| selector-1@17 | failed: it \"crashed\", and burned |"))
                .contains("  | Aborted | dumped");
    }

    @Test
    void limitsOfModels_andWhatTheyWereMeasuredOn_areSaid() {
        assertThat(lines)
                .contains("- `raw-selector@17`: 200 threads; bytes are the JVM's total")
                .contains("- command: `run --preset quick`")
                .anyMatch(line -> line.startsWith("- JDK 17: 17.0.1+1 (Maker), ") && line.endsWith("/jvm/jdk-17"))
                .anyMatch(line -> line.startsWith("- machine: A Processor, 2 cores"))
                .anyMatch(line -> line.startsWith("- libraries: ") && line.contains("httpclient=5.6"))
                .anyMatch(line -> line.contains("2026-11-22T15:30:00Z (FINISHED)"));
    }
}
