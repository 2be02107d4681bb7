package dev.iomodels.run;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Finding;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What would make a plan fail half-way, found before its first fork.
 *
 * @param files how many files a process may have open
 * @param ports how many ports the machine has for connections to one address
 */
record Preflight(long files, long ports) {
    private static final long UNKNOWN = Long.MAX_VALUE;
    /** Files that a JVM has open without any connection: its modules, jars, pipes and selectors. */
    private static final int FILES_BESIDE = 200;
    /** Ports that the rest of the machine may be using. */
    private static final int PORTS_BESIDE = 100;

    /** The limits of this machine, for this process and those that it starts. */
    static Preflight here() {
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : UNKNOWN;
        return new Preflight(files, portRange(SystemFiles.here()));
    }

    private static long portRange(SystemFiles files) {
        return files.text("proc/sys/net/ipv4/ip_local_port_range")
                .map(text -> text.split("\\s+"))
                .filter(range -> range.length == 2 && range[0].matches("\\d+") && range[1].matches("\\d+"))
                .map(range -> Long.parseLong(range[1]) - Long.parseLong(range[0]) + 1)
                .orElse(UNKNOWN);
    }

    /** Whether {@code plan} has enough of both here: red, each with its remedy, for every scenario that has not. */
    List<Finding> look(Plan plan) {
        List<Finding> findings = new ArrayList<>();
        for (Scenario scenario : plan.scenarios()) {
            int connections = scenario.load().inFlight();
            if (connections + FILES_BESIDE > files)
                findings.add(Findings.red(
                        "open files",
                        Long.toString(files),
                        "scenario " + scenario.name() + " needs " + connections
                                + " connections, but a process may have "
                                + files + " files open here; raise that limit with: ulimit -n "
                                + (connections + 1_000)));
            if (connections + PORTS_BESIDE > ports)
                findings.add(Findings.red(
                        "ports",
                        Long.toString(ports),
                        "scenario " + scenario.name() + " needs " + connections + " connections, but there are only "
                                + ports + " ports for them here; widen the range with: "
                                + "sysctl -w net.ipv4.ip_local_port_range=\"15000 64999\""));
        }
        enough("open files", files, findings);
        enough("ports", ports, findings);
        return findings;
    }

    private static void enough(String check, long limit, List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.check().equals(check))) return;
        findings.add(limit == UNKNOWN ? Findings.unknown(check) : Findings.green(check, Long.toString(limit)));
    }
}
