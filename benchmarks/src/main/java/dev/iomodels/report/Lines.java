package dev.iomodels.report;

import java.util.ArrayList;
import java.util.List;

/** Long lines, broken so that they fit a screen. */
final class Lines {
    private static final int WIDTH = 150;
    private static final String INDENT = "    ";

    private Lines() {}

    /** {@code line}, broken behind semicolons. */
    static List<String> wrapped(String line) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > WIDTH) {
            int semicolon = rest.lastIndexOf("; ", WIDTH - 1);
            if (semicolon <= INDENT.length()) break;
            lines.add(rest.substring(0, semicolon + 1));
            rest = INDENT + rest.substring(semicolon + 2);
        }
        lines.add(rest);
        return lines;
    }
}
