package dev.iomodels.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a JVM says of itself is true, on every JDK of this machine: each is asked, and something else too. */
@EnabledOnOs(OS.LINUX)
class JvmFactsTest {
    private static final int VIRTUAL_THREADS = 21;
    private static final int VIRTUAL_POLLERS = 22;
    private static final int SCHEDULER_BEAN = 24;

    /** Runs in a JVM of its own: a virtual thread, if there are any, waits for a socket; then what the JVM says. */
    public static final class Witness {
        private Witness() {}

        public static void main(String[] args) throws Exception {
            if (Runtime.version().feature() >= VIRTUAL_THREADS) waitForASocket();
            JvmFacts facts = JvmFacts.here();
            System.out.println("feature=" + facts.feature() + "\njavaVersion=" + facts.javaVersion() + "\nlibc="
                    + facts.libc() + "\npollerMode=" + facts.pollerMode() + "\ncarriers=" + facts.carriers() + "\ncpus="
                    + facts.cpus() + "\nprocessors=" + facts.processors());
            System.out.println("workers="
                    + Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                            .filter(thread -> thread.getThreadName().startsWith("ForkJoinPool-1-worker-"))
                            .count());
            if (facts.feature() >= SCHEDULER_BEAN)
                System.out.println("PoolSize="
                        + ManagementFactory.getPlatformMBeanServer()
                                .getAttribute(
                                        new ObjectName("jdk.management:type=VirtualThreadScheduler"), "PoolSize"));
        }

        private static void waitForASocket() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CompletableFuture<Integer> read = new CompletableFuture<>();
                Runnable reader = () -> {
                    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                        read.complete(socket.getInputStream().read());
                    } catch (IOException e) {
                        read.completeExceptionally(e);
                    }
                };
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, reader);
                try (Socket accepted = server.accept()) {
                    Thread.sleep(200);
                    accepted.getOutputStream().write(7);
                    read.join();
                }
            }
        }
    }

    static List<Path> homes() throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) return List.of(Path.of(System.getProperty("java.home")));
        try (Stream<Path> homes = Files.list(installed)) {
            return homes.filter(home -> !Files.isSymbolicLink(home) && Files.isExecutable(home.resolve("bin/java")))
                    .toList();
        }
    }

    private static String said(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static Map<String, String> facts(Path home, String... flags) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("taskset", "-c", "0", home.resolve("bin/java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Witness.class.getName()));
        return said(command)
                .lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void libc_isTheOneThatThisJdkHasLoaded(Path home) throws Exception {
        Path own = home.resolve("libc");
        String banner = Files.isDirectory(own)
                ? said(List.of(
                        own.resolve("ld-linux-x86-64.so.2").toString(),
                        own.resolve("libc.so.6").toString()))
                : said(List.of("getconf", "GNU_LIBC_VERSION"));
        String libc = facts(home).get("libc");
        assertThat(libc).matches("glibc \\d+\\.\\d+");
        assertThat(banner)
                .containsPattern("\\b" + libc.substring("glibc ".length()).replace(".", "\\.") + "\\b");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void pollersAndCarriers_areThoseThatLive_andThePinIsSeen(Path home) throws Exception {
        Map<String, String> facts = facts(home, "-Djdk.virtualThreadScheduler.parallelism=1");
        int feature = Integer.parseInt(facts.get("feature"));
        boolean virtual = feature >= VIRTUAL_THREADS;
        assertThat(facts)
                .containsEntry("carriers", facts.get("workers"))
                .containsEntry(
                        "pollerMode", feature >= VIRTUAL_POLLERS ? "VTHREAD_POLLERS" : virtual ? "SYSTEM_THREADS" : "")
                .containsEntry("cpus", "0")
                .containsEntry("processors", "1");
        // JDK 21 adds a carrier while another one cannot be freed.
        assertThat(Integer.parseInt(facts.get("carriers"))).isBetween(virtual ? 1 : 0, virtual ? 2 : 0);
        if (feature >= SCHEDULER_BEAN) assertThat(facts.get("carriers")).isEqualTo(facts.get("PoolSize"));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void pollersThatSomebodyAskedFor_areSeen(Path home) throws Exception {
        Map<String, String> facts = facts(home, "-Djdk.pollerMode=1");
        assumeThat(Integer.parseInt(facts.get("feature"))).isGreaterThanOrEqualTo(VIRTUAL_THREADS);
        assertThat(facts).containsEntry("pollerMode", "SYSTEM_THREADS");
    }
}
