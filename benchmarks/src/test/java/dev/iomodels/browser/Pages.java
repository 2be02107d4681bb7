package dev.iomodels.browser;

import dev.iomodels.ComparableRun;
import dev.iomodels.ListRun;
import dev.iomodels.PageRuns;
import dev.iomodels.plan.Preset;
import dev.iomodels.report.Comparisons;
import dev.iomodels.report.HtmlReport;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.AtomicFile;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

    /** That of lists. */
    public Path lists() {
        return of("lists", results -> ListRun.of(results, Preset.STANDARD, 5));
    }

    /** That of two runs. */
    public Path comparison() {
        return made.computeIfAbsent("comparison", key -> {
            Path results = directory.resolve(key);
            RunContents a = RunContents.of(ComparableRun.create(results, "2026-11-22T15:03:00Z"));
            RunContents b = RunContents.of(ComparableRun.create(results, "2026-11-23T15:03:00Z"));
            Path page = results.resolve("comparison.html");
            AtomicFile.write(page, HtmlReport.of(a, b, Comparisons.between(a, b, Set.of(), "")));
            return page;
        });
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
