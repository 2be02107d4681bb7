package dev.iomodels.report;

import dev.iomodels.plan.Scenario;
import dev.iomodels.result.RunRecord;
import dev.iomodels.stub.Units;
import java.util.function.Function;

/** What the pages of a quoted number were like, which may not be left out beside it. */
final class Conditions {
    private Conditions() {}

    /** Delay, size, faults and TLS, with {@code code} around what is written as the command line takes it. */
    static String pages(RunRecord run, Scenario scenario, Function<String, String> code) {
        return (scenario.delay().maxNanos() > 0
                        ? "delay " + code.apply(scenario.delay().toString())
                        : "no delay")
                + ", size " + Units.bytes(scenario.size())
                + (scenario.faults().any()
                        ? ", faults " + code.apply(scenario.faults().toString())
                        : "")
                + (run.plan().terms().tls()
                        ? ", over TLS (" + run.environment().stub().tls().agreed() + ")"
                        : "");
    }
}
