package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.Histograms;
import dev.iomodels.stats.CellNumbers;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** {@code histograms/*.hgrm}: each cell's percentiles over all its forks, in milliseconds, as HdrHistogram's plotters read them. */
final class HgrmReport implements Report {
    private static final int TICKS_PER_HALF = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public void write(RunContents run, Path into) {
        for (CellNumbers cell : run.cells()) {
            if (cell.measured().isEmpty()) continue;
            write(into, cell, "latency", Histograms::latency);
            if (cell.cell().scenario().waits()) write(into, cell, "added", Histograms::added);
        }
    }

    private static void write(Path into, CellNumbers cell, String tag, Function<Histograms, Histogram> which) {
        Histogram sum = new Histogram(3);
        cell.measured().forEach(fork -> sum.add(which.apply(fork.histograms().orElseThrow())));
        String name =
                cell.cell().scenario().name() + "-" + cell.cell().contender().slug() + "-" + tag + ".hgrm";
        AtomicFile.write(into.resolve("histograms").resolve(name), out -> {
            PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
            sum.outputPercentileDistribution(text, TICKS_PER_HALF, NANOS_PER_MILLI);
            text.flush();
        });
    }
}
