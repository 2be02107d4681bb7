package dev.iomodels.trial;

import dev.iomodels.load.Load;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A list of pages: an operation is the whole list, and a shot. Who fetches it, and from what, are the parameters of {@link Trial}. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(3)
public class ListBenchmark {

    /** Returns when the last page of the list is back. The one thread that JMH runs asks for the first ones, and waits. */
    @Benchmark
    public void list(Trial trial) {
        trial.fetchList();
    }

    /** A list is a single shot; users and arrivals go on for as long as JMH looks. @throws IllegalArgumentException if it is the wrong one */
    static void check(Load asked, Mode mode) {
        boolean list = asked.loop() == Load.Loop.LIST;
        if (list != (mode == Mode.SingleShotTime))
            throw new IllegalArgumentException("load \"" + asked + "\": "
                    + (list ? "a list is measured by ListBenchmark, in mode ss" : "no list, which mode ss is for")
                    + "; try -p load=list:100, or -p load=closed:64 without -bm");
    }
}
