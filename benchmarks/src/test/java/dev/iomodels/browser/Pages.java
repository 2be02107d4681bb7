package dev.iomodels.browser;

import dev.iomodels.PageRuns;
import dev.iomodels.report.HtmlReport;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pages of made-up runs, each made once, when it is first asked for. */
public final class Pages implements AutoCloseable {
    private final Path directory;
    private final Map<String, Path> made = new HashMap<>();

    Pages() {
        try {
            directory = Files.createTempDirectory("iomodels-pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of a run with everything in it. */
    public Path everything() {
        return of("everything", PageRuns::everything);
    }

    /** That of 500 cells. */
    public Path large() {
        return of("large", PageRuns::large);
    }

    /** That of a small run whose words are markup. */
    public Path markup() {
        return of("markup", PageRuns::markup);
    }

    private Path of(String name, Function<Path, RunDirectory> run) {
        return made.computeIfAbsent(name, key -> {
            RunDirectory written = run.apply(directory.resolve(key));
            new HtmlReport().write(RunContents.of(written), written.path());
            return written.path().resolve("report.html");
        });
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
