package dev.iomodels.cli;

import dev.iomodels.plan.KnownJdks;
import picocli.CommandLine.Option;

/** The options that say which JDKs a run uses. */
final class JdkOptions {
    @Option(
            names = "--jdks",
            paramLabel = "LIST",
            defaultValue = "",
            description =
                    "the JDKs to measure on: 17,25 or 17-21 or 21+ or all (of each number the newest build found), and homes"
                            + " (default: the one that runs this; without virtual threads, the newest known)")
    private String jdks;

    @Option(
            names = "--stub-jdk",
            paramLabel = "JDK",
            defaultValue = "",
            description = "the JDK that the stub runs on, a number or a home (default: the newest known)")
    private String stubJdk;

    @Option(
            names = "--toolchains",
            paramLabel = "FILE",
            defaultValue = "",
            description =
                    "the list of JDKs to choose from (default: Maven's, ~/.m2/toolchains.xml, and where JDKs usually are)")
    private String toolchains;

    /** What there is to choose from. @throws BadInput if {@code --toolchains} is no list of JDKs */
    KnownJdks known() {
        return InstalledJdks.known(toolchains);
    }

    /** What they choose out of {@code known}. @throws BadInput naming the option that chooses nothing */
    JdkChoice choice(KnownJdks known) {
        return JdkChoice.of(jdks, stubJdk, known);
    }
}
