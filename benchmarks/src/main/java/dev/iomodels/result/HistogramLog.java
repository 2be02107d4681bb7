package dev.iomodels.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** A fork's {@code .hlog}: HdrHistogram's own log, with a line for each tag. Values are nanoseconds, the column of maxima is ms. */
public final class HistogramLog {
    /** Tag of the latencies. */
    public static final String LATENCY = "latency";
    /** Tag of the latencies less each page's own delay. */
    public static final String ADDED = "added";
    /** Tag of how long fetches took that failed; left out where none did. */
    public static final String FAILED = "failed";
    /** Tag of how late an open loop came to each page. */
    public static final String LATENESS = "lateness";

    private final HistogramLogWriter writer;

    private HistogramLog(PrintStream out, long startMillis) {
        writer = new HistogramLogWriter(out);
        writer.outputComment("[values in nanoseconds; Interval_Max in milliseconds]");
        writer.outputComment(
                "[tag latency: from asking (open loop: from when the page was due) to the last byte; tag added: latency less the page's own delay; tag failed: likewise to the failure; tag lateness: how late an open loop came to the page]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(startMillis);
        writer.setBaseTime(startMillis);
        writer.outputLegend();
    }

    /** Something that writes lines into a log. */
    @FunctionalInterface
    public interface Lines {
        /** Writes them. */
        void writeTo(HistogramLog log);
    }

    /** Writes a whole log, beside its name first. {@code startMillis}: since the epoch, when the measurement began. */
    public static void write(Path file, long startMillis, Lines lines) {
        AtomicFile.write(file, out -> {
            PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
            lines.writeTo(new HistogramLog(text, startMillis));
            text.flush();
            if (text.checkError()) throw new IOException("cannot be written whole; is the disk full?");
        });
    }

    /** Adds a line; {@code histogram} knows when it began and ended. */
    public void line(String tag, Histogram histogram) {
        histogram.setTag(tag);
        writer.outputIntervalHistogram(histogram);
    }

    /** All lines of {@code tag} in a log, added up; empty if there is none. */
    public static Histogram read(Path file, String tag) {
        Histogram sum = new Histogram(3);
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            while (reader.hasNext()) {
                EncodableHistogram next = reader.nextIntervalHistogram();
                if (next instanceof Histogram histogram && tag.equals(histogram.getTag())) sum.add(histogram);
            }
        } catch (IOException e) {
            throw new Unreadable(file, e.getMessage(), e);
        } catch (RuntimeException | OutOfMemoryError e) {
            // A byte that is wrong in the right place makes a histogram of gigabytes.
            throw new Unreadable(file, "not an HdrHistogram log", e);
        }
        return sum;
    }
}
