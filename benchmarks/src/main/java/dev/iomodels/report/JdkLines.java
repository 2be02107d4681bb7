package dev.iomodels.report;

import dev.iomodels.plan.Jdk;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.ForkResult.Saturated;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.stats.CellNumbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs of a run: what their labels stand for, as the forks on them found it. */
final class JdkLines {
    private JdkLines() {}

    /** By label: {@code 25.0.3+9-LTS (Eclipse Adoptium), OpenJDK 64-Bit Server VM, glibc 2.36, /usr/lib/jvm/jdk-25}. */
    static Map<String, String> of(RunContents run) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Jdk jdk : run.record().plan().jdks()) lines.put(jdk.label(), line(run, jdk));
        return lines;
    }

    private static String line(RunContents run, Jdk jdk) {
        Optional<JvmFacts> found = run.cells().stream()
                .filter(cell -> cell.cell().contender().jdk().equals(jdk))
                .flatMap(JdkLines::found)
                .findFirst();
        if (found.isEmpty()) return jdk + ", " + jdk.home() + "; nothing was measured on it";
        JvmFacts facts = found.get();
        return facts.version() + " (" + jdk.vendor() + "), " + facts.vm()
                + (facts.libc().isEmpty() ? "" : ", " + facts.libc()) + ", " + jdk.home();
    }

    /** Forks that were saturated tell as well. */
    private static Stream<JvmFacts> found(CellNumbers cell) {
        return Stream.concat(
                cell.example().map(Measured::jvm).stream(),
                cell.saturated().stream().map(Saturated::jvm));
    }
}
