package dev.iomodels.trial;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The one benchmark: an operation is a page that has come back. Who fetches it, and from what, are the parameters of {@link Trial}. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(3)
public class FetchBenchmark {

    /** Returns once for each page that the users got. The one thread that JMH runs does not fetch. */
    @Benchmark
    public void page(Trial trial) {
        trial.pass();
    }
}
