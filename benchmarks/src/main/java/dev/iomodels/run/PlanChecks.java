package dev.iomodels.run;

import static dev.iomodels.run.Findings.amber;
import static dev.iomodels.run.Findings.green;
import static dev.iomodels.run.Findings.red;
import static dev.iomodels.run.Findings.unknown;

import dev.iomodels.plan.Contender;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the machine has what a plan needs. */
final class PlanChecks {
    private static final long MIB = 1 << 20;
    private static final long STUB_BYTES = 768 * MIB;
    private static final long WORKER_BYTES = 256 * MIB;
    /** What a JVM needs beside its heap: code, metadata, stacks. */
    private static final long BESIDE_BYTES = 256 * MIB;

    private static final Set<String> OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final SystemFiles files;
    private final Preflight limits;

    PlanChecks(SystemFiles files, Preflight limits) {
        this.files = files;
        this.limits = limits;
    }

    List<Finding> look(Plan plan) {
        List<Finding> findings = new ArrayList<>(limits.look(plan));
        findings.add(memory(plan));
        findings.add(options());
        findings.add(waiting(plan));
        new ChurnCheck(files, limits.ports()).look(plan).ifPresent(findings::add);
        findings.add(backlog("accept backlog", "proc/sys/net/core/somaxconn", plan, "net.core.somaxconn"));
        findings.add(
                backlog("SYN backlog", "proc/sys/net/ipv4/tcp_max_syn_backlog", plan, "net.ipv4.tcp_max_syn_backlog"));
        findings.add(green(
                "JDKs",
                plan.cells().stream()
                                .map(cell -> cell.contender().jdk())
                                .distinct()
                                .map(Jdk::toString)
                                .collect(Collectors.joining(", "))
                        + "; stub " + plan.terms().stubJdk()));
        return findings;
    }

    /** Heaps are as large as they may be from the start, so what is not there is missed at once. */
    private Finding memory(Plan plan) {
        OptionalDouble kib = files.value("proc/meminfo", "MemAvailable");
        if (kib.isEmpty()) return unknown("free memory");
        long free = (long) kib.getAsDouble() / 1024;
        long needed = (heap(plan) + workers(plan) * WORKER_BYTES + BESIDE_BYTES + stub(plan)) / MIB;
        String value = free + " MiB, a fork and the stub need " + needed;
        return free >= needed
                ? green("free memory", value)
                : red(
                        "free memory",
                        value,
                        "a fork with its workers and the stub needs " + needed + " MiB, but only " + free
                                + " MiB are free here; end what uses them, or take a smaller heap with: --jvm-args=-Xmx512m");
    }

    /** One that runs already has its memory, wherever it runs. */
    private static long stub(Plan plan) {
        return plan.terms().stub().isEmpty() ? STUB_BYTES : 0;
    }

    private static long heap(Plan plan) {
        return plan.terms().jvmArgs().stream()
                .filter(flag -> flag.matches("-Xmx\\d+[kKmMgG]?"))
                .map(flag -> flag.substring("-Xmx".length()).toLowerCase(Locale.ROOT))
                .mapToLong(PlanChecks::bytes)
                .max()
                .orElse(0);
    }

    /** At the most 2⁶⁰: what nobody has is enough, and can be added to. */
    private static long bytes(String size) {
        int shift = switch (size.charAt(size.length() - 1)) {
            case 'k' -> 10;
            case 'm' -> 20;
            case 'g' -> 30;
            default -> 0;
        };
        return (long) Math.min(Double.parseDouble(size.replaceAll("[kmg]", "")) * (1L << shift), 1L << 60);
    }

    /** What every JVM takes from its environment, forks, workers and stub alike, whatever the plan says. */
    private Finding options() {
        Optional<String> environment = files.text("proc/self/environ");
        if (environment.isEmpty()) return unknown("JVM options in the environment");
        String set = Stream.of(environment.get().split("\0"))
                .filter(variable -> OPTIONS.contains(variable.split("=", 2)[0]))
                .collect(Collectors.joining(", "));
        return set.isEmpty()
                ? green("JVM options in the environment", "none")
                : amber(
                        "JVM options in the environment",
                        set,
                        "forks, workers and stub all take them beside, or instead of, what the plan says; unset them, and give --jvm-args what you want");
    }

    private static long workers(Plan plan) {
        return plan.cells().stream()
                .map(cell -> cell.contender())
                .filter(contender -> contender.model().equals("process-pool"))
                .map(Contender::argument)
                .filter(argument -> argument.matches("\\d{1,6}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    /** A closed connection keeps its port for a minute: those of earlier runs may be missing now. */
    private Finding waiting(Plan plan) {
        long waiting = files.text("proc/net/sockstat").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("TCP:") && line.matches(".* tw \\d+.*"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".* tw (\\d+).*", "$1")))
                .findFirst()
                .orElse(-1);
        if (waiting < 0) return unknown("ports in TIME_WAIT");
        return plan.mostInFlight() + waiting <= limits.ports()
                ? green("ports in TIME_WAIT", "" + waiting)
                : amber(
                        "ports in TIME_WAIT",
                        "" + waiting,
                        "too few are left for " + plan.mostInFlight() + " connections; wait a minute");
    }

    /** How many connections may stand in line while a load starts. They start spread out, so fewer will do; none is lost with as many. */
    private Finding backlog(String check, String file, Plan plan, String setting) {
        OptionalDouble most = files.number(file);
        if (most.isEmpty()) return unknown(check);
        long users = Math.min(plan.mostInFlight(), 4_096);
        String value = "" + (long) most.getAsDouble();
        return most.getAsDouble() >= Math.min(users, 1_024)
                ? green(check, value)
                : amber(
                        check,
                        value,
                        plan.mostInFlight()
                                + " users connect within seconds, and who finds the line full tries again after 1 s; raise it with: sysctl -w "
                                + setting + "=4096");
    }
}
