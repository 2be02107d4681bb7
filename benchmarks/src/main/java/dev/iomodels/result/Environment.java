package dev.iomodels.result;

import java.util.Map;

/**
 * What a run was carried out on.
 *
 * @param cpu the processor's name
 * @param cores processors that the operating system sees
 * @param memoryBytes physical memory
 * @param runner the JVM that carried the run out, which measures nothing
 * @param stub where the stub ran: its address and JVM
 * @param tool version of this tool
 * @param commit git commit that it was built from; empty if unknown
 * @param libraries versions of what is measured and what measures, by name
 */
public record Environment(
        String cpu,
        int cores,
        long memoryBytes,
        String os,
        String kernel,
        JvmFacts runner,
        String stub,
        String tool,
        String commit,
        Map<String, String> libraries) {}
