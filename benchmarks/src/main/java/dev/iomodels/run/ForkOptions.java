package dev.iomodels.run;

import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Timing;
import dev.iomodels.result.ForkFiles;
import dev.iomodels.stub.StubCertificate;
import dev.iomodels.stub.Units;
import dev.iomodels.trial.FetchBenchmark;
import dev.iomodels.trial.ListBenchmark;
import dev.iomodels.trial.PageProfiler;
import dev.iomodels.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What JMH is told of a fork, and through JMH the fork itself.
 *
 * @param stub where its pages come from, and whose certificate is trusted
 */
record ForkOptions(Plan plan, StubHost stub) {
    private static final String FILES = "-Diomodels.fork.files=";
    private static final String PINNED = "-Diomodels.pinned=";
    private static final String CERTIFICATE = "-D" + Trial.CERTIFICATE + "=";
    private static final String EACH_INTERVAL = "-Diomodels.hlog.intervals=";

    /** For {@code fork}, whose files are these, in the JVM that {@code jvm} starts. */
    Options of(Plan.Fork fork, ForkFiles files, Timing timing, ForkJvm jvm) {
        Scenario scenario = fork.cell().scenario();
        Contender contender = fork.cell().contender();
        Class<?> benchmark = scenario.list() ? ListBenchmark.class : FetchBenchmark.class;
        return new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName()) + "\\.")
                .forks(1)
                .jvm(jvm.launcher().toString())
                .jvmArgs(plan.terms().jvmArgs().toArray(String[]::new))
                .jvmArgsAppend(properties(fork, files))
                .warmupIterations(timing.warmups())
                .warmupTime(time(timing.warmup()))
                .measurementIterations(timing.iterations())
                .measurementTime(time(timing.iteration()))
                // JMH would interrupt a list of its own accord: what a whole fork may take is the limit.
                .timeout(time(timing.limit(scenario)))
                .shouldFailOnError(true)
                .addProfiler(PageProfiler.class)
                .param("model", contender.name())
                .param("load", scenario.load().parameter())
                .param("delay", scenario.delay().toString())
                .param("faults", scenario.faults().toString())
                .param("size", Units.bytes(scenario.size()))
                .param("stub", stub.uri().toString())
                .param("hot", Units.duration(timing.hot().toNanos()))
                .param("seed", Long.toString(plan.seed()))
                .build();
    }

    private String[] properties(Plan.Fork fork, ForkFiles files) {
        List<String> properties = new ArrayList<>(List.of(
                FILES + files.stem().toAbsolutePath(),
                PINNED + (fork.pinned() ? files.jfr().toAbsolutePath() : ""),
                EACH_INTERVAL + plan.terms().eachInterval()));
        stub.certificate().ifPresent(shown -> properties.add(CERTIFICATE + StubCertificate.text(shown)));
        return properties.toArray(String[]::new);
    }

    private static TimeValue time(Duration duration) {
        return TimeValue.milliseconds(duration.toMillis());
    }
}
