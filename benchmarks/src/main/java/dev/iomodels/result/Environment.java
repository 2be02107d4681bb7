package dev.iomodels.result;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run was carried out on.
 *
 * @param cpu the processor's name
 * @param cores processors that the operating system sees
 * @param memoryBytes physical memory
 * @param virtualisation {@code kvm}, {@code vmware} and so on, {@code none}, or {@code unknown}
 * @param governor what chooses the processor's frequency: {@code performance}; {@code unknown} where the system does not say
 * @param runner the JVM that carried the run out, which measures nothing
 * @param stub where the stub ran, and on what
 * @param tool version of this tool
 * @param commit git commit that it was built from; empty if unknown
 * @param libraries versions of what is measured and what measures, by name
 */
public record Environment(
        String cpu,
        int cores,
        long memoryBytes,
        String virtualisation,
        String governor,
        String os,
        String kernel,
        JvmFacts runner,
        StubPlace stub,
        String tool,
        String commit,
        Map<String, String> libraries) {
    /** What cannot be found out. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern MAJOR_MINOR = Pattern.compile("\\d+\\.\\d+");

    public Environment {
        if (virtualisation == null) virtualisation = UNKNOWN;
        if (governor == null) governor = UNKNOWN;
        if (libraries == null) libraries = Map.of();
        Objects.requireNonNull(cpu, "no cpu");
        Objects.requireNonNull(os, "no os");
        Objects.requireNonNull(kernel, "no kernel");
        Objects.requireNonNull(stub, "no stub");
    }

    /** The kernel without what changes with every update of it: {@code Linux 6.1}. */
    public String kernelMajorMinor() {
        Matcher version = MAJOR_MINOR.matcher(kernel);
        return version.find() ? kernel.substring(0, version.end()) : kernel;
    }
}
