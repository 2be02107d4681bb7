package dev.iomodels.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends a fork whose parent has died; JMH lets it live on for its iteration. A parent that was killed could not remove
 * the temporary files that JMH makes for a fork either, so that is done here.
 */
public final class ParentWatch {
    private static final String FORKED_MAIN = "org.openjdk.jmh.runner.ForkedMain";
    private static final String COMMAND_FILE = "-XX:CompileCommandFile=";
    private static final int LOOK_MILLIS = 250;
    private static final int PARENT_DIED = 3;

    private ParentWatch() {}

    /** Watches from now on, if this JVM is a fork of JMH's. */
    static void start() {
        if (!System.getProperty("sun.java.command", "").startsWith(FORKED_MAIN)) return;
        ProcessHandle.current().parent().ifPresent(parent -> {
            List<Path> leftovers = leftovers(parent);
            whenDead(parent, () -> end(leftovers));
        });
    }

    /** Does {@code then} on a thread of its own, within a second of the death of {@code parent}. */
    public static void whenDead(ProcessHandle parent, Runnable then) {
        Thread watch = new Thread(() -> watch(parent, then), "harness-parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(ProcessHandle parent, Runnable then) {
        try {
            while (isStillOurs(parent)) TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            then.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Orphans get another parent. Asking whether the old one lives would not do: nobody may have reaped it yet. */
    private static boolean isStillOurs(ProcessHandle parent) {
        return ProcessHandle.current().parent().filter(parent::equals).isPresent();
    }

    private static void end(List<Path> leftovers) {
        leftovers.forEach(ParentWatch::remove);
        Runtime.getRuntime().halt(PARENT_DIED);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.err.println("left behind: " + file);
        }
    }

    /** The file of compiler hints that JMH named in this JVM's flags, and the two that it drains our output into. */
    private static List<Path> leftovers(ProcessHandle parent) {
        List<Path> found = new ArrayList<>();
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments())
            if (flag.startsWith(COMMAND_FILE)) found.add(Path.of(flag.substring(COMMAND_FILE.length())));
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(parent.pid()), "fd"))) {
            open.map(ParentWatch::target)
                    .flatMap(Optional::stream)
                    .filter(ParentWatch::isJmhs)
                    .forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            // Only Linux tells; elsewhere two small files stay when the parent is killed.
            return found;
        }
        return found;
    }

    private static Optional<Path> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isJmhs(Path file) {
        return file.getFileName() != null && file.getFileName().toString().matches("jmh\\d+(stdout|stderr)");
    }
}
