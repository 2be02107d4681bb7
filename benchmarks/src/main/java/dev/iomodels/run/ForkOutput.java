package dev.iomodels.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH prints about a fork, and the fork's own output, goes into its log; the ends of its iterations are passed on. */
final class ForkOutput implements OutputFormat {

    /** Hears of the ends of iterations, on JMH's thread. */
    interface Listener {
        /** {@code number} counts from 1, warm-up and measurement each for itself; {@code score} is in pages per second, of a list in ms. */
        void iteration(boolean warmup, int number, double score);
    }

    private final OutputFormat log;
    private final Listener listener;
    private final FileTime begin = FileTime.from(Instant.now().minusSeconds(1));
    private String jdkVersion = "";

    ForkOutput(PrintStream log, Listener listener) {
        this.log = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
        this.listener = listener;
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
        log.iteration(benchmark, params, iteration);
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
        log.iterationResult(benchmark, params, iteration, data);
        listener.iteration(
                params.getType() == IterationType.WARMUP,
                iteration,
                data.getPrimaryResult().getScore());
    }

    /** The version of the JDK that the fork's launcher starts, as JMH asked it before the fork; empty before that. */
    String jdkVersion() {
        return jdkVersion;
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        jdkVersion = benchmark.getJdkVersion();
        JmhFiles.removeProperties(begin);
        log.startBenchmark(benchmark);
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        log.endBenchmark(result);
    }

    @Override
    public void startRun() {
        log.startRun();
    }

    @Override
    public void endRun(Collection<RunResult> results) {
        log.endRun(results);
    }

    @Override
    public void print(String text) {
        log.print(text);
    }

    @Override
    public void println(String text) {
        log.println(text);
    }

    @Override
    public void flush() {
        log.flush();
    }

    @Override
    public void close() {
        log.close();
    }

    @Override
    public void verbosePrintln(String text) {
        log.verbosePrintln(text);
    }

    @Override
    public void write(int b) {
        log.write(b);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        log.write(bytes);
    }
}
