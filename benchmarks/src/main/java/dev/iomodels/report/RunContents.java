package dev.iomodels.report;

import dev.iomodels.gate.Badge;
import dev.iomodels.gate.Gates;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.ForkResult;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stats.CellNumbers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What reports are made of: a run's record and the numbers of its cells, read from its raw files once.
 *
 * @param cells in the plan's order
 * @param pinned how the forks ended that only count pinned events, by the path of their cell
 * @param gates what the gates say of it
 */
public record RunContents(
        RunDirectory directory,
        RunRecord record,
        List<CellNumbers> cells,
        Map<String, ForkResult> pinned,
        Gates gates) {

    /** Reads a run. @throws dev.iomodels.result.Unreadable naming a file that is missing or not what it should be */
    public static RunContents of(RunDirectory directory) {
        RunRecord record = directory.record();
        List<CellNumbers> cells = record.plan().cells().stream()
                .map(cell -> new CellNumbers(cell, directory.forks(record.plan(), cell)))
                .toList();
        Map<String, ForkResult> pinned = new TreeMap<>();
        for (Cell cell : record.plan().cells())
            directory.pinned(cell).ifPresent(result -> pinned.put(cell.path(), result));
        return new RunContents(directory, record, cells, pinned, Gates.of(record, cells));
    }

    /** The cells of one scenario. */
    List<CellNumbers> of(Scenario scenario) {
        return cells.stream()
                .filter(numbers -> numbers.cell().scenario().equals(scenario))
                .toList();
    }

    /** What its numbers may be used for. */
    public Badge badge() {
        return Badge.of(record, cells, gates);
    }

    /** What the numbers of one cell may be used for. */
    public Badge badge(CellNumbers cell) {
        return Badge.of(record, cell, gates);
    }

    /** The JDKs that were measured on, in the plan's order. */
    List<Jdk> jdks() {
        return record.plan().jdks();
    }

    /** The order of JDKs by age: by feature version, then by version; what cannot be told apart so, in the plan's order. */
    Comparator<Jdk> oldestFirst() {
        List<Jdk> planned = jdks();
        return Comparator.comparingInt(Jdk::feature)
                .thenComparing(RunContents::version, RunContents::byAge)
                .thenComparingInt(planned::indexOf);
    }

    private static Optional<Runtime.Version> version(Jdk jdk) {
        try {
            return Optional.of(Runtime.Version.parse(jdk.version()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int byAge(Optional<Runtime.Version> one, Optional<Runtime.Version> other) {
        return one.isEmpty() || other.isEmpty() ? 0 : one.get().compareToIgnoreOptional(other.get());
    }

    /** Whether a fork failed. */
    public boolean failed() {
        return cells.stream().anyMatch(numbers -> !numbers.failed().isEmpty())
                || pinned.values().stream().anyMatch(ForkResult.Failed.class::isInstance);
    }
}
