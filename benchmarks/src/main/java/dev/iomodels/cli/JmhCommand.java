package dev.iomodels.cli;

import dev.iomodels.fetch.OwnModels;
import dev.iomodels.run.ForkClassPath;
import dev.iomodels.trial.PageProfiler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code jmh}: plain JMH, for those who know it. The benchmark starts a stub of its own. */
@Command(
        name = "jmh",
        description =
                "Plain JMH: all that follows goes to it, such as -p model=selector -p load=closed:64 -f 1, or -p load=list:100 for the time of a list.")
final class JmhCommand implements Callable<Integer> {
    private static final String FAIL_ON_ERROR = "-foe";

    @Mixin
    private OwnCodeOption ownCode;

    @Option(names = "--tls", description = "the benchmark's own stub speaks HTTPS: the same as -p stub=own:tls")
    private boolean tls;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        List<String> all = new ArrayList<>(arguments);
        if (tls) all.addAll(List.of("-p", "stub=own:tls"));
        try (OwnModels models = ownCode.models()) {
            JmhParameters.check(all, models);
        }
        all.addAll(JmhParameters.benchmark(arguments));
        // JMH by itself goes on after a fork that failed, and ends with status 0.
        if (!arguments.contains(FAIL_ON_ERROR)) all.addAll(List.of(FAIL_ON_ERROR, "true"));
        all.add("-prof");
        all.add(PageProfiler.class.getName());
        try (ForkClassPath classpath = ForkClassPath.with(ownCode.code())) {
            org.openjdk.jmh.Main.main(all.toArray(String[]::new));
        }
        return 0;
    }
}
