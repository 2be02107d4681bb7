package dev.iomodels.report;

import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.stats.CellNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The C libraries that forks ran on: where JDKs bring different ones, more than the JDK is compared. */
final class CLibraries {
    private CLibraries() {}

    /** What a reader has to know of them, if the forks of these cells did not all run on the same one; what is unknown is left out. */
    static Optional<String> remark(List<CellNumbers> cells) {
        Map<String, TreeSet<String>> jdks = new TreeMap<>();
        for (CellNumbers cell : cells)
            cell.measured().stream()
                    .map(fork -> ((Measured) fork.result()).jvm().libc())
                    .filter(libc -> !libc.isEmpty())
                    .forEach(libc -> jdks.computeIfAbsent(libc, any -> new TreeSet<>())
                            .add("@" + cell.cell().contender().jdk().label()));
        if (jdks.size() < 2) return Optional.empty();
        return Optional.of("C libraries differ: "
                + jdks.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + " on " + entry.getKey())
                        .collect(Collectors.joining("; "))
                + ". Between these, JDK and C library are compared together");
    }
}
