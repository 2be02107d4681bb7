package dev.iomodels.result;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How this JVM carries its virtual threads, told from the threads that live in it: flags and defaults would say only what
 * was meant.
 *
 * @param pollerMode what waits for their sockets, in the words of {@code sun.nio.ch.Poller}: platform threads ({@code
 *     SYSTEM_THREADS}: JDK 21, or {@code -Djdk.pollerMode=1}) or virtual threads behind one platform thread ({@code
 *     VTHREAD_POLLERS}); empty if nothing does
 * @param carriers how many platform threads carry them; 0 if none does
 */
record VirtualThreads(String pollerMode, int carriers) {
    private static final String CARRIER = "jdk.internal.misc.CarrierThread";
    private static final Pattern MASTER = Pattern.compile("Master-?Poller.*");
    private static final Pattern READER = Pattern.compile("Read-Poller.*");

    static VirtualThreads here() {
        List<Thread> platform = platformThreads();
        return new VirtualThreads(pollerMode(platform), (int) platform.stream()
                .filter(thread -> thread.getClass().getName().equals(CARRIER))
                .count());
    }

    private static String pollerMode(List<Thread> platform) {
        if (platform.stream()
                .anyMatch(thread -> MASTER.matcher(thread.getName()).matches())) return "VTHREAD_POLLERS";
        if (platform.stream()
                .anyMatch(thread -> READER.matcher(thread.getName()).matches())) return "SYSTEM_THREADS";
        return "";
    }

    /** All platform threads, the JDK's own too; asking for their stacks as well would stop the JVM. */
    private static List<Thread> platformThreads() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) all = all.getParent();
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        return Arrays.asList(threads).subList(0, all.enumerate(threads, true));
    }
}
