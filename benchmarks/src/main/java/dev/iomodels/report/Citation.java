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
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Quantity quantity = Quantity.of(metric, cell.estimate(metric).orElseThrow());
        List<String> parts = List.of(
                name(metric) + " of " + code.apply(of.contender().slug()) + " in scenario "
                        + code.apply(of.scenario().name()) + ": " + strong.apply(quantity.value()) + ", "
                        + quantity.certainty() + new Remarks(run, cell, metric).text(),
                String.join("; ", terms(run, cell, code)),
                "id " + code.apply(NumberId.of(run.record(), of, metric).toString()),
                "SHA-256 of its raw files " + code.apply(Sums.digest(run.directory(), of)));
        return oneLine(String.join("; ", parts)) + ".";
    }

    /** What all numbers of a cell that measured have to be quoted with: load and pages, limits, JDK, machine, date and version. */
    static List<String> terms(RunContents run, CellNumbers cell, Function<String, String> code) {
        return Stream.of(
                        conditions(run, cell, code),
                        "limits: " + example(cell).limits(),
                        "JDK " + jvms(cell) + " with "
                                + code.apply(String.join(
                                        " ", run.record().plan().terms().jvmArgs())),
                        machine(run),
                        "measured on " + date(run) + " (UTC) by iomodels "
                                + run.record().environment().tool() + ", commit "
                                + code.apply(run.record().environment().commit()))
                .map(Citation::oneLine)
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** What a metric is called in a sentence. */
    static String name(Metric metric) {
        String id = metric.id().replace('-', ' ');
        if (id.startsWith("page ")) return id.replaceFirst("^page ", "page latency ");
        return metric.isServiceTime() ? "latency " + id : id.replaceFirst("^response ", "response time ");
    }

    private static String conditions(RunContents run, CellNumbers cell, Function<String, String> code) {
        Scenario scenario = cell.cell().scenario();
        return "load " + code.apply(scenario.load().toString()) + ", " + Conditions.pages(run.record(), scenario, code)
                + ", " + inFlight(scenario, example(cell));
    }

    private static String inFlight(Scenario scenario, Measured example) {
        return switch (scenario.loop()) {
            case CLOSED -> example.usersAsked() + " users asked for, " + example.usersStarted() + " started";
            case OPEN -> "at most " + example.usersStarted() + " pages in flight";
            case LIST ->
                "list of " + example.usersAsked()
                        + (example.usersAsked() == 1 ? " page, " : " pages, all wanted at once, ")
                        + example.usersStarted() + " in flight at the most";
        };
    }

    private static Measured example(CellNumbers cell) {
        return cell.example().orElseThrow();
    }

    /** Forks of one cell run on one JDK; should they ever not, all are named. */
    private static String jvms(CellNumbers cell) {
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
