package dev.iomodels.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The control group that limits this process's CPU time, of version 2 (Documentation/admin-guide/cgroup-v2.rst) or 1
 * (Documentation/scheduler/sched-bwc.rst). In a container its files are at the hierarchy's root, whatever the process is
 * told of its path.
 */
record ControlGroup(SystemFiles files) {
    private static final List<String> ROOTS =
            List.of("sys/fs/cgroup", "sys/fs/cgroup/unified", "sys/fs/cgroup/cpu", "sys/fs/cgroup/cpu,cpuacct");

    /** {@code nr_periods} or {@code nr_throttled}; -1 where the group has no quota to count, or none is known. */
    long count(String name) {
        return directories()
                .map(directory -> files.value(directory + "/cpu.stat", name))
                .filter(value -> value.isPresent())
                .map(value -> (long) value.getAsDouble())
                .findFirst()
                .orElse(-1L);
    }

    /** How many processors' time it may use; empty if as much as there is, or if it cannot be told. */
    Optional<Double> quota() {
        return directories()
                .flatMap(directory -> Stream.of(
                        files.text(directory + "/cpu.max"),
                        files.text(directory + "/cpu.cfs_quota_us")
                                .flatMap(quota -> files.text(directory + "/cpu.cfs_period_us")
                                        .map(period -> quota + " " + period))))
                .flatMap(Optional::stream)
                .map(text -> text.split("\\s+"))
                .filter(words -> words.length == 2 && words[0].matches("\\d+") && words[1].matches("[1-9]\\d*"))
                .map(words -> Double.parseDouble(words[0]) / Double.parseDouble(words[1]))
                .findFirst();
    }

    private Stream<String> directories() {
        return Stream.concat(own(), ROOTS.stream());
    }

    /** Lines such as {@code 0::/user.slice} (version 2) and {@code 3:cpu,cpuacct:/docker/ab}. */
    private Stream<String> own() {
        return files.text("proc/self/cgroup").stream()
                .flatMap(String::lines)
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3
                        && (parts[1].isEmpty() || List.of(parts[1].split(",")).contains("cpu")))
                .flatMap(parts -> ROOTS.stream().map(root -> root + parts[2]));
    }
}
