package dev.iomodels.cli;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Terms;
import dev.iomodels.plan.Timing;
import dev.iomodels.stats.Power;
import dev.iomodels.stats.Verdict;
import dev.iomodels.stub.Units;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The plan and its time, for the reader, before the first fork. */
final class PlanText {
    private PlanText() {}

    /** Prints {@code plan}, whose JDKs were chosen for this reason. */
    static void print(Plan plan, String why, PrintWriter out) {
        if (plan.search().isPresent()) out.println(SearchText.head(plan));
        else
            out.println("Preset " + plan.preset().label() + " [" + plan.badge() + "]: "
                    + (plan.forks().size() - plan.pinned().size())
                    + " forks in " + blocks(plan) + besides(plan) + ", about " + minutes(plan.estimate(plan.forks()))
                    + ", seed " + plan.seed());
        if (plan.search().isEmpty()) out.println(visible(plan));
        for (Jdk jdk : plan.jdks()) out.println("JDK " + jdk.label() + ": " + jdk + ", " + jdk.home() + ": " + why);
        out.println("Stub " + stub(plan.terms()));
        out.println("Forks with " + String.join(" ", plan.terms().jvmArgs())
                + pinned(plan.terms().clientCpus()));
        plan.terms().classpath().forEach(code -> out.println("Own IO models in " + code));
        for (Scenario scenario : plan.scenarios()) {
            if (plan.search().isPresent()) SearchText.lines(plan, scenario).forEach(out::println);
            else timing(plan, scenario, out);
            out.println("    "
                    + plan.cells().stream()
                            .filter(cell -> cell.scenario().equals(scenario))
                            .map(PlanText::contender)
                            .collect(Collectors.joining(", ")));
        }
        out.flush();
    }

    private static void timing(Plan plan, Scenario scenario, PrintWriter out) {
        Timing timing = plan.preset().timing(scenario);
        out.println("  " + scenario.name() + ": " + scenario.conditions() + "; warm-up " + timing.warmups() + " × "
                + iteration(scenario, timing.warmup()) + ", then " + timing.iterations() + " × "
                + iteration(scenario, timing.iteration()));
    }

    private static String iteration(Scenario scenario, Duration time) {
        return scenario.list() ? "the list" : Units.duration(time.toNanos());
    }

    private static String stub(Terms terms) {
        if (!terms.stub().isEmpty()) return "at " + terms.stub();
        return (terms.tls() ? "over TLS, " : "") + "on JDK " + terms.stubJdk() + ", "
                + terms.stubJdk().home() + pinned(terms.stubCpus());
    }

    private static String pinned(String cpus) {
        return cpus.isEmpty() ? "" : ", pinned to processors " + cpus;
    }

    private static String besides(Plan plan) {
        int number = plan.pinned().size();
        return number == 0
                ? ""
                : ", and " + number + " that only " + (number == 1 ? "counts" : "count") + " pinned events";
    }

    private static String blocks(Plan plan) {
        return plan.blocks() + (plan.blocks() == 1 ? " block" : " blocks");
    }

    /** What so many blocks can show. */
    private static String visible(Plan plan) {
        String with = "With " + blocks(plan);
        if (plan.blocks() < Verdict.FROM_FORKS)
            return with + ": no words on differences between contenders, which take " + Verdict.FROM_FORKS;
        return String.format(
                Locale.ROOT,
                "%s, differences of about %.1f %% between two contenders would be seen four times in five, at %.0f %% spread between forks",
                with,
                100 * Power.visible(plan.blocks(), Power.ORDINARY_SPREAD),
                100 * Power.ORDINARY_SPREAD);
    }

    private static String contender(Cell cell) {
        return cell.contender().slug() + (cell.skip().isEmpty() ? "" : " (skipped: " + cell.skip() + ")");
    }

    static String minutes(Duration time) {
        long seconds = time.toSeconds();
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
