package dev.iomodels.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The command line in a JVM of its own, as a user starts it, with a temporary directory and a results directory of its own. */
final class Tool implements AutoCloseable {
    private static final int LIMIT_SECONDS = 120;

    final Path temporary;
    final Path results;
    final Process process;
    private final Path output;

    private Tool(Path directory, List<String> prefix, List<String> arguments) throws IOException {
        temporary = Files.createDirectories(directory.resolve("tmp"));
        results = directory.resolve("results");
        output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.iomodels.cli.Main"));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** {@code run ARGUMENTS} with everything below {@code directory}. */
    static Tool run(Path directory, String... arguments) throws IOException {
        return run(directory, List.of(), arguments);
    }

    static Tool run(Path directory, List<String> prefix, String... arguments) throws IOException {
        return of("run", directory, prefix, arguments);
    }

    /** {@code COMMAND ARGUMENTS}, where COMMAND is one that measures. */
    static Tool of(String command, Path directory, List<String> prefix, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(command, "--results", directory.resolve("results").toString()));
        all.addAll(List.of(arguments));
        return new Tool(directory, prefix, all);
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("still running:\n" + output());
        return process.exitValue();
    }

    String output() {
        return text(output);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one run directory that was made. */
    Path runDirectory() throws IOException {
        try (Stream<Path> made = Files.list(results)) {
            return made.findFirst().orElseThrow();
        }
    }

    /** Files below the run directory whose name matches {@code regex}. */
    List<Path> files(String regex) {
        if (!Files.exists(results)) return List.of();
        try (Stream<Path> all = Files.walk(results)) {
            return all.filter(file -> file.getFileName().toString().matches(regex))
                    .toList();
        } catch (UncheckedIOException e) {
            // A file was moved to its name between being listed and being looked at.
            return files(regex);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVMs below this one that run {@code mainClass}. */
    List<ProcessHandle> children(String mainClass) {
        return process.descendants()
                .filter(child -> commandLine(child).contains(mainClass))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain for: " + what);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
