package dev.iomodels.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A JDK on this machine, as it describes itself.
 *
 * @param home its directory, whole
 * @param feature its feature version: 25
 * @param version its version: 25.0.1
 * @param vendor who built it
 * @param label what tells it from the others of its plan, in names: {@code 25}, or {@code 25-my-build}
 */
public record Jdk(String home, int feature, String version, String vendor, String label) {
    private static final int ANSWER_SECONDS = 20;
    private static final int OLDEST = 17;
    private static final String EXAMPLE = ", for example /usr/lib/jvm/jdk-21";

    /** One that its feature version alone tells from others. */
    public Jdk(String home, int feature, String version, String vendor) {
        this(home, feature, version, vendor, Integer.toString(feature));
    }

    /** Asks the JDK at {@code home} what it is. @throws IllegalArgumentException if there is none that answers, or it is too old */
    public static Jdk at(Path home) {
        Path launcher = home.resolve("bin").resolve("java");
        if (!Files.isExecutable(launcher))
            throw new IllegalArgumentException("\"" + home + "\": no JDK; a JDK's home has bin/java in it" + EXAMPLE);
        Map<String, String> properties = properties(launcher);
        int feature = feature(home, properties.getOrDefault("java.specification.version", ""));
        if (!properties.keySet().containsAll(Set.of("java.home", "java.version", "java.vendor")))
            throw new IllegalArgumentException(
                    "\"" + home + "\": its bin/java is no JDK's; it takes a JDK's home" + EXAMPLE);
        return new Jdk(
                properties.get("java.home"), feature, properties.get("java.version"), properties.get("java.vendor"));
    }

    /** The JDK that runs this. */
    public static Jdk running() {
        return new Jdk(
                System.getProperty("java.home"),
                Runtime.version().feature(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"));
    }

    private static int feature(Path home, String specification) {
        // Up to 8 it was written 1.8.
        int feature = specification.matches("\\d{1,4}") ? Integer.parseInt(specification) : 0;
        if (feature >= OLDEST) return feature;
        throw new IllegalArgumentException("\"" + home + "\": "
                + (specification.isEmpty() ? "its bin/java is no JDK's" : "JDK " + specification) + "; it takes JDK "
                + OLDEST + " or later" + EXAMPLE);
    }

    private static Map<String, String> properties(Path launcher) {
        try {
            Process process = new ProcessBuilder(List.of(launcher.toString(), "-XshowSettings:properties", "-version"))
                    .redirectErrorStream(true)
                    .start();
            // With its end its output ends: so reading that takes no longer either.
            process.onExit().orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).whenComplete((ended, late) -> {
                if (late == null) return;
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            });
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0)
                throw new IllegalArgumentException(
                        "\"" + launcher + "\": does not run; it takes a JDK's home" + EXAMPLE + ":\n" + answer.strip());
            Map<String, String> properties = new HashMap<>();
            for (String line : answer.split("\n")) {
                int equals = line.indexOf(" = ");
                if (equals > 0)
                    properties.put(
                            line.substring(0, equals).strip(),
                            line.substring(equals + 3).strip());
            }
            return properties;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "\"" + launcher + "\": does not run (" + e.getMessage() + "); it takes a JDK's home" + EXAMPLE, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while " + launcher + " answered", e);
        }
    }

    /** The same, called {@code name} among the others of its plan. */
    public Jdk labelled(String name) {
        return new Jdk(home, feature, version, vendor, name);
    }

    /** Its home without links: two homes that are the same place are one JDK. */
    public Path place() {
        return place(Path.of(home));
    }

    /** Where {@code home} really is; itself if that cannot be told. */
    public static Path place(Path home) {
        try {
            return home.toRealPath();
        } catch (IOException e) {
            return home.toAbsolutePath().normalize();
        }
    }

    /** Its launcher. */
    public Path java() {
        return Path.of(home, "bin", "java");
    }

    /** For a person: {@code 25.0.1 (Eclipse Adoptium)}. */
    @Override
    public String toString() {
        return version + " (" + vendor + ")";
    }
}
