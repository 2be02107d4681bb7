package dev.iomodels.run;

import dev.iomodels.plan.CpuList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Pinning processes to processors, with Linux's {@code taskset}: what they start is pinned too. */
public final class Pin {
    private static final String ALLOWED = "Cpus_allowed_list:";
    private static final String EXAMPLE = "; try 0, or leave it out";

    private Pin() {}

    /** What comes before a command so that it runs on {@code cpus} only; nothing if that is empty. */
    static List<String> prefix(String cpus) {
        return cpus.isEmpty() ? List.of() : List.of("taskset", "-c", cpus);
    }

    /**
     * The list that {@code text} names, as Linux writes it, after a process was really pinned to it; empty for empty.
     *
     * @throws IllegalArgumentException if it is no list, has processors that are not to be had, or nothing can be pinned
     */
    public static String checked(String text) {
        if (text.isBlank()) return "";
        BitSet asked = CpuList.parse(text.strip());
        String cpus = CpuList.text(asked);
        BitSet got = allowed(text, prefix(cpus));
        if (got.equals(asked)) return cpus;
        throw new IllegalArgumentException("\"" + text + "\": not all of these processors are to be had here, only "
                + CpuList.text(allowed(text, List.of())) + EXAMPLE);
    }

    private static BitSet allowed(String text, List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("cat", "/proc/self/status"));
        String said = said(text, command);
        return said.lines()
                .filter(line -> line.startsWith(ALLOWED))
                .map(line -> CpuList.parse(line.substring(ALLOWED.length()).strip()))
                .findFirst()
                .orElseGet(BitSet::new);
    }

    private static String said(String text, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\": nothing can be pinned here: " + e.getMessage()
                            + "; install taskset (package util-linux), or leave it out",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " answered", e);
        }
    }
}
