package dev.iomodels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs that only print their plan, with a list of JDKs of the test's own. */
final class DryRun {
    private DryRun() {}

    /** {@code run --dry-run ARGUMENTS}, below {@code directory}, with the JDKs at {@code homes} and the running one known. */
    static Cli of(Path directory, List<Path> homes, String... arguments) throws IOException {
        return of("run", directory, homes, arguments);
    }

    /** The same of another {@code command} that makes a plan. */
    static Cli of(String command, Path directory, List<Path> homes, String... arguments) throws IOException {
        Path toolchains = Files.writeString(
                directory.resolve("toolchains.xml"),
                homes.stream()
                        .map(home ->
                                "<toolchain><configuration><jdkHome>" + home + "</jdkHome></configuration></toolchain>")
                        .collect(Collectors.joining("\n", "<toolchains>", "</toolchains>")));
        List<String> all = new ArrayList<>(List.of(
                command, "--dry-run", "--results", directory.resolve("results") + "", "--toolchains", toolchains + ""));
        all.addAll(List.of(arguments));
        Cli cli = Cli.run(all.toArray(String[]::new));
        assertThat(directory.resolve("results")).doesNotExist();
        return cli;
    }

    /** The home of one that is none, but says that it is such a JDK. */
    static String jdk(Path directory, int feature, String version) throws IOException {
        Path home = directory.resolve(version);
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(launcher, """
                #!/bin/sh
                echo '    java.specification.version = %d'
                echo '    java.version = %s'
                echo '    java.vendor = Maker'
                echo '    java.home = %s'
                """.formatted(feature, version, home));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return home.toString();
    }

    /** The homes of the JDKs on this machine. */
    static List<Path> installed() throws IOException {
        if (!Files.isDirectory(Path.of("/usr/lib/jvm"))) return List.of();
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .toList();
        }
    }
}
