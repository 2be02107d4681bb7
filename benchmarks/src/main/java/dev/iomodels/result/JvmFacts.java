package dev.iomodels.result;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.Objects;

/**
 * The JVM that something really ran on, as it says itself.
 *
 * @param javaVersion the JDK's version: {@code 25.0.3}
 * @param version the same with its build: {@code 25.0.3+9-LTS}
 * @param heapBytes the largest heap that it may have
 * @param processors how many it sees
 * @param cpus the processors that it is allowed to use, such as {@code 0-1}; empty if unknown
 * @param flags what it was started with
 * @param libc name and version of the C library that it has loaded, such as {@code glibc 2.36}; empty if unknown
 * @param pollerMode what waits for the sockets of its virtual threads: {@code SYSTEM_THREADS} or {@code
 *     VTHREAD_POLLERS}; empty if no virtual thread has waited for one
 * @param carriers how many threads carry its virtual threads: the scheduler's parallelism, and more while the JDK makes
 *     up for carriers that it cannot free; 0 if no virtual thread has run
 */
public record JvmFacts(
        String home,
        int feature,
        String javaVersion,
        String version,
        String vendor,
        String vm,
        List<String> collectors,
        long heapBytes,
        int processors,
        String cpus,
        List<String> flags,
        long pid,
        String libc,
        String pollerMode,
        int carriers) {

    public JvmFacts {
        Objects.requireNonNull(home, "no home");
        javaVersion = Objects.requireNonNullElse(javaVersion, "");
        cpus = Objects.requireNonNullElse(cpus, "");
        libc = Objects.requireNonNullElse(libc, "");
        pollerMode = Objects.requireNonNullElse(pollerMode, "");
    }

    /** The JVM that this runs in, at this moment. */
    public static JvmFacts here() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        VirtualThreads virtual = VirtualThreads.here();
        return new JvmFacts(
                System.getProperty("java.home"),
                Runtime.version().feature(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.version"),
                runtime.getVmVendor(),
                runtime.getVmName(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .toList(),
                Runtime.getRuntime().maxMemory(),
                Runtime.getRuntime().availableProcessors(),
                OwnProcess.cpus(),
                runtime.getInputArguments(),
                runtime.getPid(),
                CLibrary.loaded(),
                virtual.pollerMode(),
                virtual.carriers());
    }
}
