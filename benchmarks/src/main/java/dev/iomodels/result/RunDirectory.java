package dev.iomodels.result;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * The directory of one run: everything that was measured, and the reports made from it.
 *
 * @param path where it is
 */
public record RunDirectory(Path path) {
    /** What the run's record is called. */
    static final String RECORD = "run.json";
    /** Where the forks' files are. */
    static final String FORKS = "forks/";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Makes a new one below {@code results}: {@code 2026-11-22T150300Z-quick}. */
    public static RunDirectory create(Path results, Instant now, String label) {
        try {
            Files.createDirectories(results);
            Path path = results.resolve(NAME.format(now) + "-" + label);
            Files.createDirectory(path);
            return new RunDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException(results + ": no run directory can be made there: " + e.getMessage(), e);
        }
    }

    /** An existing one. @throws Unreadable if it has no {@code run.json} of a schema that this version knows */
    public static RunDirectory open(Path path) {
        RunDirectory directory = new RunDirectory(path);
        int schema = Json.read(directory.runJson(), Schema.class).schema();
        if (schema != RunRecord.SCHEMA)
            throw new Unreadable(
                    directory.runJson(),
                    schema < 1
                            ? "no record of a run: it has no schema"
                            : "schema " + schema + ", written by "
                                    + (schema < RunRecord.SCHEMA ? "an older" : "a newer")
                                    + " version; this one reads " + RunRecord.SCHEMA,
                    null);
        directory.record();
        return directory;
    }

    /** What every version of a record begins with. */
    private record Schema(int schema) {}

    /** Its name: the run's id. */
    public String id() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Every file in it by its place, reports too, in the order of the names. @throws Unreadable if it cannot be listed */
    public List<String> files() {
        return Sums.files(path).stream().map(file -> Sums.relative(path, file)).toList();
    }

    /** Its record's file. */
    public Path runJson() {
        return path.resolve(RECORD);
    }

    /** What was planned, where, and how it ended. */
    public RunRecord record() {
        return Json.read(runJson(), RunRecord.class);
    }

    /** Stores it. */
    public void write(RunRecord record) {
        Json.write(runJson(), record);
    }

    /** The files of one fork, whether they are there or not. */
    public ForkFiles files(Cell cell, int block) {
        return new ForkFiles(path.resolve(FORKS).resolve(cell.path()).resolve(Plan.Fork.name(block)));
    }

    /** How the fork of {@code cell} that only counts pinned events ended; empty if it is not done, or not planned. */
    public Optional<ForkResult> pinned(Cell cell) {
        ForkFiles files = files(cell, Plan.Fork.PINNED);
        return cell.pinned() && files.done()
                ? Optional.of(StoredFork.read(Plan.Fork.PINNED, cell, files).result())
                : Optional.empty();
    }

    /** How the forks of {@code cell} ended, block by block; those that are not done are left out. */
    public List<StoredFork> forks(Plan plan, Cell cell) {
        List<StoredFork> forks = new ArrayList<>();
        for (int block = 1; block <= plan.blocks(); block++) {
            ForkFiles files = files(cell, block);
            if (files.done()) forks.add(StoredFork.read(block, cell, files));
        }
        return forks;
    }

    /**
     * A fork as it stands in the directory.
     *
     * @param histograms what it measured; empty if it measured nothing
     */
    public record StoredFork(int block, ForkResult result, Optional<Histograms> histograms) {
        static final String OTHER_LOOP = "the plan and the fork do not agree on whether pages arrive on a schedule";
        static final String OTHER_LOAD = "the plan and the fork do not agree on whether lists were fetched";

        static StoredFork read(int block, Cell cell, ForkFiles files) {
            ForkResult result = Json.read(files.json(), ForkResult.class);
            Optional<String> disagreement = disagreement(cell, result);
            if (disagreement.isPresent()) throw new Unreadable(files.json(), disagreement.get(), null);
            if (result instanceof ForkResult.Measured measured && !told(measured.pagesPerSecond()))
                throw new Unreadable(files.json(), "measured " + measured.pagesPerSecond() + " pages/s", null);
            return new StoredFork(
                    block,
                    result,
                    result instanceof ForkResult.Measured measured
                            ? Optional.of(histograms(files, measured))
                            : Optional.empty());
        }

        /** On what the plan and the fork do not agree: whether pages arrived on a schedule, or lists were fetched. */
        static Optional<String> disagreement(Cell cell, ForkResult result) {
            boolean open = cell.scenario().open();
            if (!(result instanceof ForkResult.Measured measured))
                return open || !(result instanceof ForkResult.Saturated) ? Optional.empty() : Optional.of(OTHER_LOOP);
            if (measured.arrived().open() != open) return Optional.of(OTHER_LOOP);
            return measured.lists().any() == cell.scenario().list() ? Optional.empty() : Optional.of(OTHER_LOAD);
        }

        private static boolean told(double rate) {
            return rate > 0 && Double.isFinite(rate);
        }

        /** A log that was cut at the end of a line would else read as one of fewer pages. */
        private static Histograms histograms(ForkFiles files, ForkResult.Measured measured) {
            Histograms histograms = Histograms.read(files.hlog());
            for (Histogram one : List.of(histograms.latency(), histograms.added()))
                if (one.getTotalCount() != measured.pages())
                    throw new Unreadable(
                            files.hlog(),
                            one.getTotalCount() + " latencies, but " + files.json() + " counts " + measured.pages()
                                    + " pages: one of them was cut short or edited",
                            null);
            if (histograms.lateness().getTotalCount() != measured.arrived().paced())
                throw new Unreadable(
                        files.hlog(),
                        histograms.lateness().getTotalCount() + " times tagged lateness, but " + files.json()
                                + " says that the pacer came to "
                                + measured.arrived().paced() + " pages: one of them was cut short or edited",
                        null);
            return histograms;
        }
    }
}
