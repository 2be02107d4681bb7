package dev.iomodels.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says of this process under {@code /proc/self}; nothing elsewhere. */
final class OwnProcess {
    private static final String CPUS = "Cpus_allowed_list:";

    private OwnProcess() {}

    /** The processors that it is allowed to use, such as {@code 0-1}; empty if unknown. */
    static String cpus() {
        return lines("status").stream()
                .filter(line -> line.startsWith(CPUS))
                .map(line -> line.substring(CPUS.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** The lines of one of its files; none if it cannot be read. */
    static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("/proc/self", file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
