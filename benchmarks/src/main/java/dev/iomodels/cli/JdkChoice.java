package dev.iomodels.cli;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.Models;
import dev.iomodels.plan.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which JDKs a run uses.
 *
 * @param measured what the forks run on
 * @param stub what the stub runs on
 * @param why why {@code measured} was chosen, for the reader
 */
record JdkChoice(Jdk measured, Jdk stub, String why) {

    /** Chooses; an empty text means that the option was not given. @throws BadInput if one of them names no JDK */
    static JdkChoice of(String jdk, String stubJdk, String toolchains) {
        List<Jdk> known = known(toolchains);
        Jdk newest = known.stream().max(Comparator.comparingInt(Jdk::feature)).orElseThrow();
        Jdk stub = stubJdk.isBlank() ? newest : BadInput.parse("--stub-jdk", stubJdk, home -> Jdk.at(Path.of(home)));
        if (!jdk.isBlank())
            return new JdkChoice(BadInput.parse("--jdk", jdk, home -> Jdk.at(Path.of(home))), stub, "as asked");
        Jdk running = Jdk.running();
        int needed = Models.all().stream().mapToInt(IoModel::minimumJdk).max().orElse(0);
        if (running.feature() >= needed) return new JdkChoice(running, stub, "it runs this");
        if (newest.feature() >= needed)
            return new JdkChoice(
                    newest,
                    stub,
                    "the newest of " + known.size() + " found, because JDK " + running.label()
                            + ", which runs this, has no virtual threads");
        return new JdkChoice(
                running,
                stub,
                "it runs this; no JDK " + needed
                        + " or later was found for virtual threads: install one, or name it with --jdk");
    }

    /** Those that were found here. @throws BadInput if {@code toolchains} is no list of JDKs */
    static List<Jdk> known(String toolchains) {
        List<Jdk> known = new ArrayList<>(List.of(Jdk.running()));
        Path file = toolchains.isBlank() ? Toolchains.ofMaven() : Path.of(toolchains);
        if (toolchains.isBlank() && !Files.exists(file)) return known;
        for (Path home : BadInput.parse("--toolchains", file.toString(), text -> Toolchains.homes(Path.of(text))))
            usable(home)
                    .filter(found -> known.stream().noneMatch(one -> one.home().equals(found.home())))
                    .ifPresent(known::add);
        return known;
    }

    /** Such a list has every JDK of the machine, also those that are too old to be measured. */
    private static Optional<Jdk> usable(Path home) {
        try {
            return Optional.of(Jdk.at(home));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
