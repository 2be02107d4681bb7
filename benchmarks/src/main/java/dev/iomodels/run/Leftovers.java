package dev.iomodels.run;

import dev.iomodels.result.ForkFiles;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a fork leaves behind when it is over, or when it was ended half-way: nothing that could be taken for a result. */
final class Leftovers {
    private static final String UNFINISHED = ".unfinished";

    private Leftovers() {}

    /** Of a fork that ended like {@code result}: what only the runner needed, and what it wrote without having measured. */
    static void remove(ForkFiles files, ForkResult result) {
        remove(files.part());
        if (!(result instanceof ForkResult.Measured)) for (Path file : List.of(files.hlog(), files.jfr())) remove(file);
        for (Path file : List.of(files.json(), files.hlog(), files.part()))
            remove(file.resolveSibling(file.getFileName() + UNFINISHED));
    }

    /** Of a fork that was in flight when its run ended: everything. */
    static void remove(ForkFiles files) {
        remove(files, new ForkResult.Failed("", List.of()));
        remove(files.log());
    }

    /** Of a runner that was killed while it wrote: files anywhere in {@code run} that were not finished. */
    static void sweep(RunDirectory run) {
        try (Stream<Path> files = Files.walk(run.path())) {
            files.filter(file -> file.getFileName().toString().endsWith(UNFINISHED))
                    .toList()
                    .forEach(Leftovers::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(run.path() + ": cannot be listed", e);
        }
    }

    /** A file, or an empty directory, if it is there. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be removed: " + e.getMessage(), e);
        }
    }
}
