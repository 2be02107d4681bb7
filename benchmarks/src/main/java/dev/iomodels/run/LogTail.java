package dev.iomodels.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a fork's log, without the frames of stack traces: they are in the log itself, and would leave no room for anything else. */
final class LogTail {
    private static final int LINES = 20;

    private LogTail() {}

    static List<String> of(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank() && !line.matches("\\s+(at .*|\\.\\.\\. \\d+ more)"))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }
}
