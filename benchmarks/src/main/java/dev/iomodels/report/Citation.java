package dev.iomodels.report;

import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Environment;
import dev.iomodels.result.ForkResult.Measured;
import dev.iomodels.result.JvmFacts;
import dev.iomodels.result.Metric;
import dev.iomodels.result.NumberId;
import dev.iomodels.result.Sums;
import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Estimate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One number in a sentence, with everything that belongs to it. Only for numbers without {@link Objections}. */
public final class Citation {
    private static final int DATE = 10;

    private final RunContents run;
    private final CellNumbers cell;
    private final Metric metric;

    /** The citation of {@code metric} of a cell of the run. */
    public Citation(RunContents run, CellNumbers cell, Metric metric) {
        this.run = run;
        this.cell = cell;
        this.metric = metric;
    }

    /** As plain text. */
    public String text() {
        return sentence(part -> part, part -> part);
    }

    /** As Markdown: the number in bold, ids and settings as code. */
    public String markdown() {
        return sentence(part -> "**" + part + "**", part -> "`" + part + "`");
    }

    private String sentence(Function<String, String> strong, Function<String, String> code) {
        Cell of = cell.cell();
        Estimate estimate = cell.estimate(metric).orElseThrow();
        Quantity quantity = Quantity.of(metric, estimate);
        List<String> parts = List.of(
                name() + " of " + code.apply(of.contender().slug()) + " in scenario "
                        + code.apply(of.scenario().name()) + ": " + strong.apply(quantity.value()) + ", "
                        + quantity.certainty() + new Remarks(run, cell, metric).text(),
                conditions(of.scenario(), code),
                "limits: " + example().limits(),
                "JDK " + jvms() + " with "
                        + code.apply(
                                String.join(" ", run.record().plan().terms().jvmArgs())),
                machine(run),
                "measured on " + date(run) + " (UTC) by iomodels "
                        + run.record().environment().tool() + ", commit "
                        + code.apply(run.record().environment().commit()),
                "id " + code.apply(NumberId.of(run.record(), of, metric).toString()),
                "SHA-256 of its raw files " + code.apply(Sums.digest(run.directory(), of)));
        return String.join("; ", parts).replaceAll("\\s+", " ") + ".";
    }

    private String name() {
        String id = metric.id().replace('-', ' ');
        if (metric.isServiceTime() && !cell.cell().scenario().list()) return "latency " + id;
        return id.replaceFirst("^response ", "response time ").replaceFirst("^page ", "page latency ");
    }

    private String conditions(Scenario scenario, Function<String, String> code) {
        return "load " + code.apply(scenario.load().toString()) + ", " + Conditions.pages(run.record(), scenario, code)
                + ", " + inFlight(scenario);
    }

    private String inFlight(Scenario scenario) {
        return switch (scenario.loop()) {
            case CLOSED ->
                example().usersAsked() + " users asked for, " + example().usersStarted() + " started";
            case OPEN -> "at most " + example().usersStarted() + " pages in flight";
            case LIST ->
                "list of " + example().usersAsked()
                        + (example().usersAsked() == 1 ? " page, " : " pages, all wanted at once, ")
                        + example().usersStarted() + " in flight at the most";
        };
    }

    private Measured example() {
        return cell.example().orElseThrow();
    }

    /** Forks of one cell run on one JDK; should they ever not, all are named. */
    private String jvms() {
        return cell.measured().stream()
                .map(fork -> ((Measured) fork.result()).jvm())
                .map(Citation::build)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String build(JvmFacts jvm) {
        return jvm.version() + " (" + jvm.vendor() + ", " + jvm.vm() + ")";
    }

    /** What a run was measured on. */
    static String machine(RunContents run) {
        Environment on = run.record().environment();
        return on.cpu() + ", " + Processors.of(run.record()) + ", " + Numbers.bytes(on.memoryBytes()) + " of memory, "
                + on.os() + ", virtualisation " + on.virtualisation();
    }

    /** When, without the time of the day. */
    static String date(RunContents run) {
        String started = run.record().started();
        return started.substring(0, Math.min(DATE, started.length()));
    }
}
