package dev.iomodels.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What Linux says of a process under {@code /proc/PID} (proc(5)); nothing elsewhere, nor of a process that is gone. */
record LinuxProcess(long pid) {
    private static final String RESET_PEAK = "5";
    private static final long BYTES_PER_KB = 1024;

    static LinuxProcess here() {
        return new LinuxProcess(ProcessHandle.current().pid());
    }

    /** Memory that it has resident, counted page by page. */
    OptionalLong residentBytes() {
        return bytes("smaps_rollup", "Rss:");
    }

    /** The same, but pages that n processes share count 1/n: its proportional set size. */
    OptionalLong shareBytes() {
        return bytes("smaps_rollup", "Pss:");
    }

    /** The most memory that it has had resident since {@link #resetPeak}. */
    OptionalLong peakBytes() {
        return bytes("status", "VmHWM:");
    }

    /** How many threads it has, of whatever kind. */
    OptionalLong threads() {
        return number("status", "Threads:");
    }

    /** Forgets the most that it has had resident: Linux's way of doing so is a file. @return whether it could */
    boolean resetPeak() {
        try {
            Files.writeString(file("clear_refs"), RESET_PEAK);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private OptionalLong bytes(String file, String name) {
        OptionalLong kilobytes = number(file, name);
        return kilobytes.isPresent() ? OptionalLong.of(BYTES_PER_KB * kilobytes.getAsLong()) : kilobytes;
    }

    private OptionalLong number(String file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line ->
                        Long.parseLong(line.substring(name.length()).strip().split("\\s")[0]))
                .findFirst();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(file(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
