package dev.iomodels.report;

import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Search;
import dev.iomodels.report.Capacities.Row;
import dev.iomodels.result.Light;
import dev.iomodels.result.Probe;
import dev.iomodels.result.RunRecord.Status;
import dev.iomodels.result.Sums;
import dev.iomodels.stats.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One capacity in a sentence, with everything that belongs to it; or why it must not be quoted. */
public final class CapacityCitation {
    private final RunContents run;
    private final Capacities found;
    private final Row row;

    /** That of {@code id} in {@code run}. @throws IllegalArgumentException if the run has no such capacity, naming those it has */
    public CapacityCitation(RunContents run, CapacityId id) {
        this.run = run;
        if (run.record().plan().search().isEmpty())
            throw new IllegalArgumentException("\"" + id + "\": this run is no search for capacities; summary.csv has"
                    + " the ids of its numbers, and a search is begun with: capacity --slo p99=300ms");
        this.found = Capacities.of(run.directory());
        List<String> there = found.rows().stream()
                .map(one -> one.contender().contender().slug())
                .toList();
        int at = there.indexOf(id.contender());
        if (at < 0)
            throw new IllegalArgumentException("\"" + id + "\": \"" + id.contender()
                    + "\": no such contender in this run; there are " + String.join(", ", there));
        this.row = found.rows().get(at);
    }

    /** What a capacity may be used for. */
    static String badge(RunContents run, Row row) {
        Preset preset = run.record().plan().preset();
        if (preset == Preset.SMOKE) return preset.badge();
        List<String> red = Capacities.gates(run, row, Light.RED);
        if (!red.isEmpty()) return "not citable: " + String.join(", ", red);
        if (row.capacity() instanceof Capacity.Unknown) return "not citable: not measured";
        boolean all = preset == Preset.PUBLISH
                && row.blocks().size() >= Preset.PUBLISH.blocks()
                && row.broken() == 0
                && run.record().status() == Status.FINISHED
                && Capacities.gates(run, row, Light.UNKNOWN).isEmpty();
        return all ? "citable" : "indicative";
    }

    /** Everything that speaks against quoting it, each in a line; empty if it may be quoted. */
    public List<String> objections() {
        List<String> reasons = new ArrayList<>();
        String badge = badge(run, row);
        if (!badge.equals("indicative") && !badge.equals("citable")) reasons.add(badge);
        if (!row.contender().skip().isEmpty())
            reasons.add("skipped: " + row.contender().skip());
        if (row.broken() > 0)
            reasons.add("in " + row.broken() + " of its " + row.blocks().size()
                    + " blocks a fork failed, which ended the search there");
        Objections.files(run, reasons);
        return reasons;
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
        Plan plan = found.plan();
        Search search = plan.search().orElseThrow();
        var scenario = row.contender().scenario();
        return String.join(
                                "; ",
                                "capacity of "
                                        + code.apply(row.contender().contender().slug())
                                        + ", the highest rate that keeps "
                                        + code.apply(search.target().toString()) + " of response time: "
                                        + strong.apply(CapacityTable.value(row.capacity())) + ", " + certainty(),
                                "load like " + code.apply(scenario.load().toString()) + ", rates "
                                        + Numbers.share(search.resolution()) + " apart, "
                                        + Conditions.pages(run.record(), scenario, code) + inFlight(),
                                "JDK " + row.contender().contender().jdk() + " with "
                                        + code.apply(
                                                String.join(" ", plan.terms().jvmArgs())),
                                Citation.machine(run),
                                "measured on " + Citation.date(run) + " (UTC) by iomodels "
                                        + run.record().environment().tool() + ", commit "
                                        + code.apply(run.record().environment().commit()),
                                "id "
                                        + code.apply(CapacityId.of(run.record(), row.contender())
                                                .toString()),
                                "SHA-256 of its raw files "
                                        + code.apply(Sums.digest(
                                                run.directory(),
                                                row.probes().stream()
                                                        .map(Probe::fork)
                                                        .map(Plan.Fork::cell)
                                                        .distinct()
                                                        .toList())))
                        .replaceAll("\\s+", " ")
                + ".";
    }

    private String inFlight() {
        return row.inFlight().isPresent() ? ", at most " + row.inFlight().getAsInt() + " pages in flight" : "";
    }

    private String certainty() {
        int blocks = row.blocks().size();
        String of = blocks + (blocks == 1 ? " block" : " blocks") + " [" + badge(run, row) + "]";
        String interval = CapacityTable.interval(row.capacity());
        if (!interval.equals(Numbers.NONE)) return "95 % interval " + interval + ", " + of;
        return (row.capacity() instanceof Capacity.Known ? "no interval from so few, " : "a bound of the search, ")
                + of;
    }
}
