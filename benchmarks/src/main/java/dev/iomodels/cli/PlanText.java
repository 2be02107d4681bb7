package dev.iomodels.cli;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Timing;
import dev.iomodels.stub.Units;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Collectors;

/** The plan and its time, for the reader, before the first fork. */
final class PlanText {
    private PlanText() {}

    static void print(Plan plan, JdkChoice jdks, PrintWriter out) {
        out.println("Preset " + plan.preset().label() + " [" + plan.preset().badge() + "]: "
                + plan.forks().size()
                + " forks in " + plan.blocks() + " blocks, about " + minutes(plan.estimate(plan.forks()))
                + ", seed " + plan.seed());
        out.println("JDK " + jdks.measured() + ", " + jdks.measured().home() + ": " + jdks.why());
        out.println("Stub on JDK " + jdks.stub() + "; forks with "
                + String.join(" ", plan.terms().jvmArgs()));
        for (Scenario scenario : plan.scenarios()) {
            Timing timing = plan.preset().timing(scenario);
            out.println("  " + scenario.name() + ": " + scenario.conditions() + "; warm-up " + timing.warmups() + " × "
                    + Units.duration(timing.warmup().toNanos()) + ", then " + timing.iterations() + " × "
                    + Units.duration(timing.iteration().toNanos()));
            out.println("    "
                    + plan.cells().stream()
                            .filter(cell -> cell.scenario().equals(scenario))
                            .map(PlanText::contender)
                            .collect(Collectors.joining(", ")));
        }
        out.flush();
    }

    private static String contender(Cell cell) {
        return cell.contender().slug() + (cell.skip().isEmpty() ? "" : " (skipped: " + cell.skip() + ")");
    }

    static String minutes(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
