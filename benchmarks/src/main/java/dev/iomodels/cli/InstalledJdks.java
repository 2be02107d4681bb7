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
        return among(homes);
    }

    /** Those of {@code homes} that can be measured: some are too old, some only look like one, some are broken. */
    private static KnownJdks among(List<Path> homes) {
        Map<Path, Jdk> known = new LinkedHashMap<>();
        Map<Path, String> passedOver = new LinkedHashMap<>();
        Jdk running = Jdk.running();
        known.put(running.place(), running);
        for (Path home : homes) {
            Path place = Jdk.place(home);
            if (known.containsKey(place) || passedOver.containsKey(place)) continue;
            try {
                Jdk found = Jdk.at(home);
                known.putIfAbsent(found.place(), found);
            } catch (IllegalArgumentException e) {
                // What it said itself is of use only to who asked for it.
                passedOver.put(place, e.getMessage().split("[:,]?\n", 2)[0]);
            }
        }
        return new KnownJdks(List.copyOf(known.values()), List.copyOf(passedOver.values()));
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
}
