package dev.iomodels.cli;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.KnownJdks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the JDKs of this machine: the one that runs this, and those of Maven's list or, without one, where JDKs usually are. */
final class InstalledJdks {
    private static final List<String> USUAL = List.of(
            "/usr/lib/jvm",
            "/usr/java",
            "/opt/java",
            "/Library/Java/JavaVirtualMachines",
            "~/.jdks",
            "~/.sdkman/candidates/java",
            "~/.asdf/installs/java");

    private InstalledJdks() {}

    /** Those that are known: an empty text means that {@code --toolchains} was not given. @throws BadInput if it is no list of JDKs */
    static KnownJdks known(String toolchains) {
        List<Path> homes = new ArrayList<>();
        if (!toolchains.isBlank()) homes.addAll(listed(toolchains));
        else {
            if (Files.exists(Toolchains.ofMaven()))
                homes.addAll(listed(Toolchains.ofMaven().toString()));
            homes.addAll(usual());
        }
        Map<Path, Jdk> known = new LinkedHashMap<>();
        Jdk running = Jdk.running();
        known.put(running.place(), running);
        for (Path home : homes)
            if (!known.containsKey(Jdk.place(home)))
                usable(home).ifPresent(found -> known.putIfAbsent(found.place(), found));
        return new KnownJdks(List.copyOf(known.values()));
    }

    private static List<Path> listed(String toolchains) {
        return BadInput.parse("--toolchains", toolchains, text -> Toolchains.homes(Path.of(text)));
    }

    private static List<Path> usual() {
        List<Path> places = new ArrayList<>();
        Optional.ofNullable(Path.of(Jdk.running().home()).getParent()).ifPresent(places::add);
        for (String place : USUAL) places.add(Path.of(place.replaceFirst("^~", System.getProperty("user.home"))));
        List<Path> homes = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) continue;
            try (Stream<Path> inside = Files.list(place)) {
                inside.sorted()
                        .map(InstalledJdks::home)
                        .filter(InstalledJdks::isHome)
                        .forEach(homes::add);
            } catch (IOException | UncheckedIOException e) {
                // What may not be looked into has no JDK for this user.
                continue;
            }
        }
        return homes;
    }

    /** On a Mac the home is further inside. */
    private static Path home(Path directory) {
        Path inside = directory.resolve("Contents/Home");
        return Files.isDirectory(inside) ? inside : directory;
    }

    private static boolean isHome(Path directory) {
        return Files.isExecutable(directory.resolve("bin/java"));
    }

    /** There are also JDKs that are too old to be measured, and directories that only look like one. */
    private static Optional<Jdk> usable(Path home) {
        try {
            return Optional.of(Jdk.at(home));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
