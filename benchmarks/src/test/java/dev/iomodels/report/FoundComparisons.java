package dev.iomodels.report;

import dev.iomodels.report.Compared.Kind;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.stats.Words;
import java.util.List;

/** Looks comparisons up that a test has made. */
final class FoundComparisons {
    private FoundComparisons() {}

    static RunContents read(RunDirectory run) {
        return RunContents.of(run);
    }

    static List<Compared> families(Comparisons comparisons, Kind kind, Words words) {
        return comparisons.families().stream()
                .filter(family -> family.kind() == kind && family.words() == words)
                .toList();
    }

    static Comparison line(Compared family, String contender) {
        return family.lines().stream()
                .filter(line -> line.contender().equals(contender))
                .findFirst()
                .orElseThrow();
    }

    static String text(Compared family, String contender) {
        return family.text(line(family, contender)).orElseThrow();
    }
}
