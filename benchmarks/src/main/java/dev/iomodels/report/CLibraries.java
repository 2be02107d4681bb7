package dev.iomodels.report;

import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Optional;

/** The C libraries that forks ran on: where JDKs bring different ones, more than the JDK is compared. */
final class CLibraries {
    private CLibraries() {}

    /** What a reader has to know of them, if the forks of these cells did not all run on the same one. */
    static Optional<String> remark(List<CellNumbers> cells) {
        return Optional.empty();
    }
}
