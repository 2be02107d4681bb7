package dev.iomodels.cli;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.JvmArgs;
import dev.iomodels.plan.OwnCode;
import dev.iomodels.plan.Terms;
import dev.iomodels.run.Pin;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is equal for all forks of a run. */
final class TermsOptions {
    @Option(
            names = "--jvm-args",
            paramLabel = "FLAGS",
            defaultValue = "",
            description =
                    "more flags for the JVM of every fork; a heap or a collector takes the place of the usual one")
    private String jvmArgs;

    @Option(
            names = "--client-cpus",
            paramLabel = "CPUS",
            defaultValue = "",
            description = "processors that every fork is pinned to, such as 0 or 0-1 or 0,2 (default: all)")
    private String clientCpus;

    @Option(
            names = "--stub-cpus",
            paramLabel = "CPUS",
            defaultValue = "",
            description = "processors that the run's own stub is pinned to (default: all)")
    private String stubCpus;

    @Option(
            names = "--stub",
            paramLabel = "URI",
            defaultValue = "",
            description = "a stub that runs already, such as http://127.0.0.1:8080 (default: the run starts one)")
    private String stub;

    @Mixin
    private OwnCodeOption ownCode;

    @Option(
            names = "--tls",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "pages come over HTTPS; models that cannot are skipped (default: plain HTTP)")
    private String tls;

    @Option(names = "--hlog-intervals", description = "histogram logs hold each interval too, the warm-up's as well")
    private boolean eachInterval;

    /** The user's own IO models. @throws BadInput if they are not there */
    List<OwnCode> ownCode() {
        return ownCode.code();
    }

    /** Whether pages come over HTTPS. @throws BadInput if that is not to be told */
    boolean tls() {
        return switch (tls.strip()) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new BadInput("--tls \"" + tls + "\": true or false; try --tls");
        };
    }

    /** What they say, for a run whose own stub is on {@code stubJdk}. @throws BadInput naming the option that cannot be meant */
    Terms terms(Jdk stubJdk) {
        if (!stub.isBlank() && !stubCpus.isBlank())
            throw new BadInput("--stub-cpus \"" + stubCpus + "\": the stub at " + stub
                    + " runs already; pin it where it is started, or leave out --stub");
        List<String> flags = BadInput.parse("--jvm-args", jvmArgs, JvmArgs::with);
        String ofForks = BadInput.parse("--client-cpus", clientCpus, Pin::checked);
        String ofStub = BadInput.parse("--stub-cpus", stubCpus, Pin::checked);
        String elsewhere = stub.isBlank()
                ? ""
                : BadInput.parse("--stub", stub, text -> StubAddress.answering(text, tls()))
                        .toString();
        return new Terms(flags, elsewhere, stubJdk, ofStub, ofForks, eachInterval)
                .over(tls())
                .with(ownCode());
    }
}
