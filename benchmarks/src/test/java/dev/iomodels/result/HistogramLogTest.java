package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {
    private static final long BEGIN = 1_795_359_780_000L;

    @TempDir
    private Path directory;

    /** Latencies of 1 to 1000 ms. */
    private static Histogram histogram(int times) {
        Histogram histogram = new Histogram(3);
        for (long millis = 1; millis <= 1_000; millis++) histogram.recordValueWithCount(millis * 1_000_000, times);
        histogram.setStartTimeStamp(BEGIN);
        histogram.setEndTimeStamp(BEGIN + 9_000);
        return histogram;
    }

    private Path written() {
        Path file = directory.resolve("1.hlog");
        HistogramLog.write(file, BEGIN, log -> {
            log.line(HistogramLog.LATENCY, histogram(1));
            log.line(HistogramLog.ADDED, histogram(2));
            log.line(HistogramLog.LATENCY, histogram(3));
        });
        return file;
    }

    @Test
    void linesOfATag_comeBackAddedUp() {
        Path file = written();
        assertThat(HistogramLog.read(file, HistogramLog.LATENCY)).isEqualTo(histogram(4));
        assertThat(HistogramLog.read(file, HistogramLog.ADDED)).isEqualTo(histogram(2));
        assertThat(HistogramLog.read(file, "other").getTotalCount()).isZero();
    }

    @Test
    void columnOfMaxima_isInMilliseconds_andTheUnitIsWritten() throws IOException {
        List<String> lines = Files.readAllLines(written());
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("#")
                        .contains("values in nanoseconds; Interval_Max in milliseconds"));
        String first = lines.stream()
                .filter(line -> line.startsWith("Tag=latency,"))
                .findFirst()
                .orElseThrow();
        String[] columns = first.split(",");
        assertThat(Double.parseDouble(columns[1]))
                .as("start, seconds after the base")
                .isZero();
        assertThat(Double.parseDouble(columns[2])).as("length in seconds").isEqualTo(9);
        assertThat(Double.parseDouble(columns[3])).as("max").isBetween(1_000.0, 1_001.0);
    }

    @Test
    void log_opensWithHdrHistogramsOwnProcessor() throws Exception {
        Process processor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HistogramLogProcessor.class.getName(),
                        "-i",
                        written().toString(),
                        "-tag",
                        "latency",
                        "-outputValueUnitRatio",
                        "1000000")
                .redirectErrorStream(true)
                .start();
        String said = new String(processor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(processor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).containsPattern("#\\[Max +=  +1000\\.\\d+, Total count +=  +4000\\]");
        assertThat(processor.exitValue()).isZero();
    }

    @Test
    void brokenLog_isNamed() throws IOException {
        Path file = written();
        Files.writeString(file, Files.readString(file).replaceAll("HISTFAA", "HISTFxx"));
        assertThatThrownBy(() -> HistogramLog.read(file, HistogramLog.LATENCY))
                .isInstanceOf(Unreadable.class)
                .hasMessage(file + ": not an HdrHistogram log");
        Path missing = directory.resolve("2.hlog");
        assertThatThrownBy(() -> Histograms.read(missing))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void logWithoutLatencies_isNamed() {
        Path file = directory.resolve("1.hlog");
        HistogramLog.write(file, BEGIN, log -> log.line(HistogramLog.ADDED, histogram(1)));
        assertThatThrownBy(() -> Histograms.read(file))
                .isInstanceOf(Unreadable.class)
                .hasMessage(file + ": no histogram tagged latency");
    }
}
