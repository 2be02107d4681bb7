package dev.iomodels.run;

import static dev.iomodels.run.Findings.amber;
import static dev.iomodels.run.Findings.green;

import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Finding;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether ports last where connections are not kept alive. Whoever closes first keeps the pair of ports in TIME_WAIT, for 60 s
 * on Linux. That is the stub, unless a client is quicker: then its port is gone for so long.
 *
 * @param ports how many there are for connections to one address
 */
record ChurnCheck(SystemFiles files, long ports) {
    private static final String CHECK = "ports for new connections";
    private static final double TIME_WAIT_SECONDS = 60;

    /** Ports that connections of one's own still keep may be taken again after a second (tcp_tw_reuse; RFC 6191). */
    private static final double REUSE_SECONDS = 1;

    /** Pages per second at the most, where nothing is held back. */
    private static final double FASTEST = 50_000;

    /** What is found for the scenario that opens the most connections; empty if all keep theirs alive. */
    Optional<Finding> look(Plan plan) {
        return plan.scenarios().stream()
                .filter(scenario -> perSecond(scenario) > 0)
                .max(Comparator.comparingDouble(ChurnCheck::perSecond))
                .map(scenario -> finding(scenario, local(plan)));
    }

    private Finding finding(Scenario scenario, boolean local) {
        double perSecond = perSecond(scenario);
        double seconds = reuses(local) ? REUSE_SECONDS : TIME_WAIT_SECONDS;
        long needed = Math.round(perSecond * seconds);
        String value = ports + "; " + scenario.name() + " opens up to " + Math.round(perSecond)
                + " connections a second, each may keep its port for " + Math.round(seconds) + " s";
        return needed <= ports
                ? green(CHECK, value)
                : amber(
                        CHECK,
                        value,
                        "where the client closes first, " + needed
                                + " ports are needed; let them be taken again after 1 s with: sysctl -w net.ipv4.tcp_tw_reuse=1, or ask for fewer pages a second");
    }

    /** How many connections a second the scenario can open once it goes on: at the ceiling, or with nothing held back very many. */
    private static double perSecond(Scenario scenario) {
        double mean = scenario.delay().meanNanos() + scenario.faults().meanNanos();
        double pages = mean > 0 ? scenario.load().inFlight() / mean * 1e9 : FASTEST;
        return scenario.faults().closing() * Math.min(FASTEST, pages);
    }

    private static boolean local(Plan plan) {
        return plan.terms().stub().isEmpty() || plan.terms().stub().matches(".*//(127\\.|localhost|\\[::1]).*");
    }

    /** 1: always; 2, the default: on the loopback only. */
    private boolean reuses(boolean local) {
        double mode = files.number("proc/sys/net/ipv4/tcp_tw_reuse").orElse(0);
        return mode == 1 || mode == 2 && local;
    }
}
