package dev.iomodels.gate;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.Histograms;
import java.net.URI;

/**
 * Everything that a gate of a fork may look at.
 *
 * @param raw what the fork stored
 * @param seen its histograms
 * @param interruptsCharged whether the kernel of its run charges interrupts to whom they interrupt
 */
record ForkFacts(Plan plan, Cell cell, int block, Measured raw, Histograms seen, boolean interruptsCharged) {
    /** It fetches nothing from a stub, so what asks about the stub and its pages makes no sense of it. */
    private static final String WITHOUT_NETWORK = "noop";

    String path() {
        return cell.path() + "/" + block;
    }

    boolean network() {
        return !cell.contender().model().equals(WITHOUT_NETWORK);
    }

    /** Whether it had users, each of whom asked for the next page when the last one came back. */
    boolean closed() {
        return !raw.arrived().open() && !raw.lists().any();
    }

    double meanDelayMillis() {
        return raw.meanDelayNanos() / 1e6;
    }

    long failures() {
        return raw.failures().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the stub's CPU time was this machine's. */
    boolean stubIsHere() {
        String stub = plan.terms().stub();
        if (stub.isEmpty()) return true;
        String host = URI.create(stub).getHost();
        return host != null && (host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]"));
    }
}
