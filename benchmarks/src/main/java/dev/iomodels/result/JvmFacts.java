package dev.iomodels.result;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.List;

/**
 * The JVM that something really ran on, as it says itself.
 *
 * @param heapBytes the largest heap that it may have
 * @param processors how many it sees
 * @param flags what it was started with
 */
public record JvmFacts(
        String home,
        int feature,
        String version,
        String vendor,
        String vm,
        List<String> collectors,
        long heapBytes,
        int processors,
        List<String> flags,
        long pid) {

    /** The JVM that this runs in. */
    public static JvmFacts here() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        return new JvmFacts(
                System.getProperty("java.home"),
                Runtime.version().feature(),
                System.getProperty("java.vm.version"),
                runtime.getVmVendor(),
                runtime.getVmName(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                Runtime.getRuntime().maxMemory(),
                Runtime.getRuntime().availableProcessors(),
                runtime.getInputArguments(),
                runtime.getPid());
    }
}
