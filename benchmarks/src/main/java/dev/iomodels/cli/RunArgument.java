package dev.iomodels.cli;

import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How a run is named on the command line: by its directory, or by the directory's name below the results. */
final class RunArgument {
    /** Where runs are unless something else is said. */
    static final Path RESULTS = Path.of("results");

    private static final int SHOWN = 5;

    private RunArgument() {}

    /** The run that {@code text} names. @throws BadInput naming {@code option} and what there is, if it names none that can be read */
    static RunDirectory open(String option, String text, Path results) {
        try {
            return RunDirectory.open(find(option, text, results));
        } catch (Unreadable e) {
            throw unreadable(option, text, e);
        }
    }

    /** What to say of a run whose files cannot be read. */
    static BadInput unreadable(String option, String text, Unreadable why) {
        return new BadInput(option + " \"" + text + "\": no run that can be read: " + why.getMessage());
    }

    private static Path find(String option, String text, Path results) {
        for (Path path : List.of(Path.of(text), results.resolve(text))) if (Files.isDirectory(path)) return path;
        List<String> runs = runs(results);
        throw new BadInput(option + " \"" + text + "\": no such directory, also not below " + results + "; "
                + (runs.isEmpty()
                        ? "there are no runs; for a start: run"
                        : "the last runs there: " + String.join(", ", runs) + "; try " + option + " "
                                + results.resolve(runs.get(0))));
    }

    private static List<String> runs(Path results) {
        if (!Files.isDirectory(results)) return List.of();
        try (Stream<Path> all = Files.list(results)) {
            return all.filter(path -> Files.exists(new RunDirectory(path).runJson()))
                    .map(path -> path.getFileName().toString())
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(results + ": cannot be listed", e);
        }
    }
}
