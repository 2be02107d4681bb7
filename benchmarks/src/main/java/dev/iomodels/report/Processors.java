package dev.iomodels.report;

import dev.iomodels.plan.Terms;
import dev.iomodels.result.RunRecord;
import dev.iomodels.result.StubPlace;

/** Which processors a run's forks and its stub had: where they share them, part of what is measured is that. */
final class Processors {
    private Processors() {}

    /** {@code 2 cores shared by stub and client}, {@code 4 cores, client on 0-1, stub on 2-3}, {@code 4 cores, stub elsewhere, on 10.0.0.7}. */
    static String of(RunRecord record) {
        Terms terms = record.plan().terms();
        String cores = record.environment().cores() + " cores";
        String client = terms.clientCpus().isEmpty() ? "" : ", client on " + terms.clientCpus();
        if (record.environment().stub() instanceof StubPlace.Elsewhere stub)
            return cores + client + ", stub " + stub.where();
        if (client.isEmpty() && terms.stubCpus().isEmpty()) return cores + " shared by stub and client";
        return cores + (client.isEmpty() ? ", client on any" : client) + ", stub on "
                + (terms.stubCpus().isEmpty() ? "any" : terms.stubCpus());
    }
}
