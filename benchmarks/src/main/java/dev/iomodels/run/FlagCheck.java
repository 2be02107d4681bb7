package dev.iomodels.run;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts each JDK of a plan once with the flags of its forks: what one of them does not know is found before the first fork. */
public final class FlagCheck {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** A JVM starts all the same with a flag that it no longer has; but then its forks have other flags than the rest. */
    private static final String IGNORED = "Ignoring option";

    private FlagCheck() {}

    /** Which JDK does not start with the flags of {@code plan}, and what it said; empty if all do. */
    public static Optional<String> complaint(Plan plan) {
        return complaint(plan, LIMIT);
    }

    /** The same, with this long for each to start and end. */
    static Optional<String> complaint(Plan plan, Duration limit) {
        return plan.jdks().stream()
                .map(jdk -> complaint(jdk, plan.terms().jvmArgs(), limit))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> complaint(Jdk jdk, List<String> flags, Duration limit) {
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(flags);
        // Its memory need not be touched for that.
        command.addAll(List.of("-XX:-AlwaysPreTouch", "-version"));
        String said = said(command, limit);
        if (said.isEmpty()) return Optional.empty();
        return Optional.of("\"" + String.join(" ", flags) + "\": JDK " + jdk.label() + ", " + jdk + ", " + jdk.home()
                + ", does not take all of these flags; give such as all JDKs of the run know, for example "
                + "\"-Xmx1g -XX:+UseParallelGC\". It said:\n" + said);
    }

    /** What a JVM says against its flags; empty if nothing. */
    private static String said(List<String> command, Duration limit) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            // With some flags a JVM waits for somebody, and its output does not end before it does.
            CompletableFuture<Process> end = process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
            end.whenComplete((ended, late) -> {
                if (late == null) return;
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            });
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            if (end.isCompletedExceptionally())
                return (said + "\nand did not end within " + limit.toSeconds() + " s").strip();
            if (process.exitValue() == 0 && !said.contains(IGNORED)) return "";
            return said.isEmpty() ? "nothing, exit status " + process.exitValue() : said;
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " answered", e);
        }
    }
}
