package dev.iomodels.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a Chromium may be, the likeliest first.
 *
 * @param programs what it would be called there
 */
public record ChromiumPlaces(List<Path> programs) {
    /** What it is called where programs are found by name. */
    public static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final List<String> OF_A_MAC = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> OF_WINDOWS = List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");

    /** Those of this machine. */
    public static ChromiumPlaces here() {
        return of(System.getProperty("os.name"), System.getenv());
    }

    /** Those of a machine with this system and environment. */
    static ChromiumPlaces of(String system, Map<String, String> environment) {
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        List<Path> programs = new ArrayList<>();
        for (String name : NAMES)
            for (String directory : environment.getOrDefault("PATH", "").split(windows ? ";" : ":"))
                if (!directory.isBlank()) programs.add(Path.of(directory, windows ? name + ".exe" : name));
        OF_A_MAC.forEach(program -> programs.add(Path.of(program)));
        for (String variable : OF_WINDOWS)
            Stream.ofNullable(environment.get(variable))
                    .forEach(base -> programs.add(Path.of(base, "Google", "Chrome", "Application", "chrome.exe")));
        return new ChromiumPlaces(List.copyOf(programs));
    }

    /** The first that is there; empty if none is. */
    public Optional<Path> found() {
        return programs.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
