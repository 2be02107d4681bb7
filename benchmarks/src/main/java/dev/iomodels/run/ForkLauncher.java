package dev.iomodels.run;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Timing;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.JmhScores;
import dev.iomodels.result.Json;
import dev.iomodels.result.StubFacts;
import dev.iomodels.result.Surroundings;
import dev.iomodels.result.Unreadable;
import dev.iomodels.stub.StubStats;
import dev.iomodels.stub.Units;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/** Launches one fork through JMH, waits for it, and says how it ended. */
final class ForkLauncher {
    private final Plan plan;
    private final StubHost stub;
    private final ForkOptions options;

    ForkLauncher(Plan plan, StubHost stub) {
        this.plan = plan;
        this.stub = stub;
        this.options = new ForkOptions(plan, stub);
    }

    /** The stub before and after a fork, and the stub and the surroundings at the two edges of its measurement. */
    private static final class Edges implements AutoCloseable {
        private Optional<SurroundingsWatch> watch = Optional.empty();
        private Surroundings around = Surroundings.UNKNOWN;
        private final Optional<StubStats> before;
        private Optional<StubStats> from = Optional.empty();
        private Optional<StubStats> to = Optional.empty();
        private Optional<StubStats> after = Optional.empty();

        Edges(StubHost stub) {
            before = stub.stats();
        }

        StubFacts facts() {
            return StubHost.facts(StubHost.between(from, to), StubHost.between(before, after));
        }

        void first(StubHost stub) {
            watch = Optional.of(SurroundingsWatch.begin(SystemFiles.here()));
            from = stub.stats();
        }

        void last(StubHost stub) {
            watch.ifPresent(one -> around = one.end());
            to = stub.stats();
        }

        void end(StubHost stub) {
            after = stub.stats();
        }

        @Override
        public void close() {
            watch.ifPresent(SurroundingsWatch::close);
        }
    }

    /**
     * Runs {@code fork} and leaves its log and histograms in {@code files}; its result is for the caller to store.
     *
     * @throws WrongJdk if it ran on another JDK than it was to
     */
    ForkResult launch(Plan.Fork fork, ForkFiles files, ForkOutput.Listener listener) {
        Scenario scenario = fork.cell().scenario();
        Jdk jdk = fork.cell().contender().jdk();
        Timing timing = plan.timing(fork);
        try (Edges edges = new Edges(stub);
                PrintStream log = log(files.log());
                ForkClassPath classpath = ForkClassPath.with(plan.terms().classpath());
                ForkJvm jvm = ForkJvm.of(jdk, plan.terms().clientCpus());
                Watchdog watchdog = Watchdog.over(timing.limit(scenario), stub.pid())) {
            ForkOutput output = new ForkOutput(log, (warmup, number, rate) -> {
                if (warmup && number == timing.warmups()) edges.first(stub);
                if (!warmup && number == timing.iterations()) edges.last(stub);
                listener.iteration(warmup, number, rate);
            });
            try {
                Collection<RunResult> results = run(options.of(fork, files, timing, jvm), output);
                edges.end(stub);
                if (log.checkError())
                    return failed(files.log() + ": cannot be written whole; is the disk full?", files);
                if (watchdog.barked()) return failed("took longer than " + limit(timing, scenario), files);
                Measured measured = measured(results, edges, files);
                WrongJdk.check(fork, measured.jvm());
                return measured;
            } catch (ForkFailed | Unreadable e) {
                WrongJdk.check(fork, output.jdkVersion());
                return saturated(files).orElseGet(() -> failed(e.getMessage(), files));
            }
        }
    }

    private static Collection<RunResult> run(Options options, ForkOutput output) {
        try {
            return new Runner(options, output).run();
        } catch (RunnerException | IllegalStateException e) {
            // The second is what JMH makes of a disk without room for its own files.
            throw new ForkFailed(reason(e), e);
        }
    }

    private static Measured measured(Collection<RunResult> results, Edges edges, ForkFiles files) {
        if (results.isEmpty() || !Files.exists(files.part())) throw new ForkFailed("measured nothing", null);
        Measured part = Json.read(files.part(), Measured.class);
        if (part.pages() == 0) throw new ForkFailed("no page came back while it was measured", null);
        RunResult result = results.iterator().next();
        return part.with(
                edges.facts(),
                JmhScores.of(result.getBenchmarkResults().iterator().next()),
                edges.around);
    }

    /** A load that had to be given up ends JMH as a failure does; but the fork has said so. */
    private static Optional<ForkResult> saturated(ForkFiles files) {
        if (!Files.exists(files.part())) return Optional.empty();
        return Json.read(files.part(), ForkResult.class) instanceof ForkResult.Saturated saturated
                ? Optional.of(saturated)
                : Optional.empty();
    }

    private static ForkResult failed(String reason, ForkFiles files) {
        return new ForkResult.Failed(reason, LogTail.of(files.log()));
    }

    /** JMH hides a fork's own exception among those suppressed by others; the innermost one that has words says what happened. */
    private static String reason(Throwable thrown) {
        String words = words(thrown);
        return words.isEmpty() ? thrown.toString() : words;
    }

    private static String words(Throwable thrown) {
        // What says which file could not be written is the one that wraps the innermost.
        if (thrown instanceof UncheckedIOException && thrown.getMessage() != null) return thrown.getMessage();
        Throwable cause = thrown.getCause();
        if (cause == null && thrown.getSuppressed().length > 0) cause = thrown.getSuppressed()[0];
        String deeper = cause == null || cause == thrown ? "" : words(cause);
        if (!deeper.isEmpty()) return deeper;
        return thrown.getMessage() == null ? "" : thrown.getMessage();
    }

    private static String limit(Timing timing, Scenario scenario) {
        return Units.duration(timing.limit(scenario).toNanos()) + ", the limit for a whole fork";
    }

    private static PrintStream log(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ForkFailed(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static final class ForkFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        ForkFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
