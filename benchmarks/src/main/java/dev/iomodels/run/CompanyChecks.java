package dev.iomodels.run;

import static dev.iomodels.run.Findings.amber;
import static dev.iomodels.run.Findings.green;
import static dev.iomodels.run.Findings.unknown;

import dev.iomodels.result.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who else is on the machine. */
final class CompanyChecks {
    private static final double MOST_LOAD_PER_CORE = 0.25;

    private final SystemFiles files;

    CompanyChecks(SystemFiles files) {
        this.files = files;
    }

    List<Finding> look() {
        return List.of(load(), machines());
    }

    /** The mean of the last minute, so what has just ended is still in it. */
    private Finding load() {
        int cores = CpuTimes.read(files).map(CpuTimes::cores).orElse(1);
        return files.text("proc/loadavg")
                .map(text -> Double.parseDouble(text.split("\\s+")[0]))
                .map(
                        load -> load <= MOST_LOAD_PER_CORE * cores
                                ? green("load", shown(load, cores))
                                : amber(
                                        "load",
                                        shown(load, cores),
                                        "other work is being done, or was a minute ago; end it (top names it), wait, and look again"))
                .orElseGet(() -> unknown("load"));
    }

    private static String shown(double load, int cores) {
        return String.format(Locale.ROOT, "%.2f on %d processors", load, cores);
    }

    /** JVMs that are neither this one, nor above it (a build tool), nor below it (its stub). */
    private Finding machines() {
        Set<Long> own = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        Stream.concat(
                                ProcessHandle.current().descendants(),
                                Stream.iterate(
                                                ProcessHandle.current().parent(),
                                                parent -> parent.isPresent(),
                                                parent -> parent.get().parent())
                                        .map(parent -> parent.get())))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
        String others = files.names("proc").stream()
                .filter(name -> name.matches("\\d+") && !own.contains(Long.parseLong(name)))
                .filter(name -> files.text("proc/" + name + "/comm")
                        .filter("java"::equals)
                        .isPresent())
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? green("other JVMs", "none")
                : amber(
                        "other JVMs",
                        "process " + others,
                        "their collectors and compilers wake up when they like; end them");
    }
}
