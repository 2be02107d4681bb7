package dev.iomodels.run;

import dev.iomodels.result.Environment;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.StubPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/** Finds out what a run is carried out on. */
final class Machine {
    private static final String LIBRARY = "library.";
    private static final Path GOVERNOR = Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

    private Machine() {}

    static Environment here(StubPlace stub) {
        SystemInfo system = new SystemInfo();
        HardwareAbstractionLayer hardware = system.getHardware();
        OperatingSystem os = system.getOperatingSystem();
        Properties build = build();
        return new Environment(
                hardware.getProcessor().getProcessorIdentifier().getName(),
                hardware.getProcessor().getLogicalProcessorCount(),
                hardware.getMemory().getTotal(),
                Virtualisation.here(),
                governor(),
                os.toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                JvmFacts.here(),
                stub,
                build.getProperty("version"),
                build.getProperty("commit"),
                libraries(build));
    }

    private static String governor() {
        try {
            return Files.readString(GOVERNOR).strip();
        } catch (IOException e) {
            return Environment.UNKNOWN;
        }
    }

    private static Map<String, String> libraries(Properties build) {
        Map<String, String> libraries = new TreeMap<>();
        for (String name : build.stringPropertyNames())
            if (name.startsWith(LIBRARY)) libraries.put(name.substring(LIBRARY.length()), build.getProperty(name));
        return libraries;
    }

    private static Properties build() {
        try (InputStream in = Machine.class.getResourceAsStream("/dev/iomodels/build.properties")) {
            Properties build = new Properties();
            build.load(in);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException("the build's own facts cannot be read", e);
        }
    }
}
