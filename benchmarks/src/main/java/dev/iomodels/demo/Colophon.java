package dev.iomodels.demo;

import java.time.LocalDate;
import oshi.SystemInfo;

/**
 * What a demonstration was seen on, for the foot of its picture.
 *
 * @param tool this tool's version
 * @param jdk the JDK that fetched
 * @param machine processor and system
 * @param date the day, as ISO 8601 has it
 */
public record Colophon(String tool, String jdk, String machine, String date) {
    /** What has to be said beside everything that a demonstration shows. */
    static final String LABEL = "demo: one run, not a measurement; to measure: run --scenario list";

    /** This tool, JVM, machine and day. */
    public static Colophon here(String tool) {
        String processor = new SystemInfo()
                .getHardware()
                .getProcessor()
                .getProcessorIdentifier()
                .getName()
                .strip();
        int count = Runtime.getRuntime().availableProcessors();
        return new Colophon(
                tool,
                "JDK " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                processor + ", " + count + (count == 1 ? " processor, " : " processors, ")
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                LocalDate.now().toString());
    }

    /** All of it in a line. */
    String text() {
        return tool + " · " + jdk + " · " + machine + " · " + date;
    }
}
