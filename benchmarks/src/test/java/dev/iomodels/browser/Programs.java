package dev.iomodels.browser;

import dev.iomodels.report.ChromiumPlaces;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What Debian's packages {@code chromium} and {@code chromium-driver} bring, where it is there. */
record Programs(Optional<Path> chromium, Optional<Path> driver) {
    static final Programs HERE = new Programs(ChromiumPlaces.here().found(), onPath("chromedriver"));

    /** What is missing, in words; empty if nothing is. */
    String missing() {
        if (chromium.isEmpty()) return driver.isEmpty() ? "no chromium and no chromedriver" : "no chromium";
        return driver.isEmpty() ? "no chromedriver" : "";
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
