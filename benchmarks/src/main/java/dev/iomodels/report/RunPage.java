package dev.iomodels.report;

import dev.iomodels.gate.Bands;
import dev.iomodels.gate.Gate.Scope;
import dev.iomodels.gate.Ruling;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Light;
import dev.iomodels.result.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the page of one run shows. */
final class RunPage {
    private static final String MAIN = "main";
    private static final Map<String, String> KINDS =
            Map.of("added latency", "added", "schedule", "schedule", "cost", "cost");

    private RunPage() {}

    static PageData of(RunContents run, Detail detail) {
        Comparisons comparisons = Comparisons.within(run, "");
        Strings strings = new Strings();
        List<PageCell> cells =
                new PageCells(run, 0, run.record().plan().scenarios(), names(List.of(run)), strings, detail).all();
        List<String> notes = new ArrayList<>(detail.notes());
        notes.addAll(comparisons.cautions());
        notes.addAll(TextReport.ofTheRun(run));
        return new PageData(
                "run",
                run.record().plan().search().isPresent(),
                run.record().id(),
                PageRun.Label.of(run.badge()),
                List.of(PageRun.of(run)),
                Answers.of(run),
                comparisons.heading(),
                Stops.of(run),
                models(List.of(run)),
                jdks(List.of(run)),
                metrics(),
                scenarios(run),
                cells,
                PageFamily.of(comparisons),
                rulings(run),
                Bands.all(),
                notes,
                TextReport.legend(run),
                tables(run),
                gateWords(List.of(run)),
                strings.all());
    }

    static List<PageScenario> scenarios(RunContents run) {
        List<Scenario> all = run.record().plan().scenarios();
        return all.stream().map(scenario -> PageScenario.of(run, scenario)).toList();
    }

    /** The models of all runs with their arguments, each once. */
    static List<String> names(List<RunContents> runs) {
        return runs.stream()
                .flatMap(run -> run.cells().stream())
                .map(cell -> cell.cell().contender().name())
                .distinct()
                .toList();
    }

    static List<PageData.Model> models(List<RunContents> runs) {
        return names(runs).stream()
                .map(name -> {
                    String base = name.replaceFirst(":.*", "");
                    List<String> limits = runs.stream()
                            .flatMap(run -> run.cells().stream())
                            .filter(cell -> cell.cell().contender().name().equals(name))
                            .flatMap(cell -> cell.example().stream())
                            .map(fork -> fork.limits())
                            .filter(limit -> !limit.isEmpty())
                            .distinct()
                            .toList();
                    return new PageData.Model(name, base, ModelDoc.of(base), limits);
                })
                .toList();
    }

    /** Oldest first, each label once; of two runs it may stand for two builds. */
    static List<PageData.JdkLine> jdks(List<RunContents> runs) {
        Map<String, Set<String>> lines = new LinkedHashMap<>();
        runs.stream()
                .flatMap(run -> run.jdks().stream())
                .sorted(runs.get(0).oldestFirst())
                .forEach(jdk -> lines.computeIfAbsent(jdk.label(), label -> new LinkedHashSet<>()));
        runs.forEach(run ->
                JdkLines.of(run).forEach((label, line) -> lines.get(label).add(line)));
        return lines.entrySet().stream()
                .map(one -> new PageData.JdkLine(one.getKey(), String.join("; ", one.getValue())))
                .toList();
    }

    static List<PageData.MetricName> metrics() {
        return Arrays.stream(Metric.values())
                .map(metric -> new PageData.MetricName(
                        metric.id(),
                        Citation.name(metric),
                        metric.label(),
                        metric.unit(),
                        metric.over().name(),
                        metric.isQuantile(),
                        metric.isServiceTime()))
                .toList();
    }

    static List<PageData.RulingLine> rulings(RunContents run) {
        return run.gates().rulings().stream()
                .filter(ruling -> ruling.warns()
                        || ruling.scope() == Scope.RUN
                        || ruling.scope() == Scope.SCENARIO
                        || ruling.scope() == Scope.CELL && ruling.light() == Light.UNKNOWN)
                .map(RunPage::line)
                .toList();
    }

    private static PageData.RulingLine line(Ruling ruling) {
        return new PageData.RulingLine(
                ruling.gate(),
                ruling.scope().name(),
                ruling.subject(),
                ruling.light().name(),
                ruling.shown(),
                ruling.amber(),
                ruling.red());
    }

    /** Of all gates that said anything, by their names. */
    static Map<String, PageData.GateWords> gateWords(List<RunContents> runs) {
        Map<String, PageData.GateWords> words = new TreeMap<>();
        for (RunContents run : runs)
            for (Ruling ruling : run.gates().rulings())
                words.putIfAbsent(
                        ruling.gate(), new PageData.GateWords(ruling.looksAt(), ruling.cause(), ruling.remedy()));
        return words;
    }

    private static List<PageData.PageTable> tables(RunContents run) {
        Map<String, String> titles = new TreeMap<>();
        run.record().plan().scenarios().forEach(scenario -> titles.put(scenario.name(), scenario.name()));
        return Section.of(run).stream()
                .flatMap(section -> {
                    String scenario = titles.getOrDefault(section.title().replaceFirst(":.*", ""), "");
                    return Stream.concat(
                            Stream.of(table(scenario, section.title(), MAIN, section.table())),
                            section.more().stream().map(table -> {
                                String name = table.header().get(0);
                                return table(scenario, name, KINDS.getOrDefault(name, MAIN), table);
                            }));
                })
                .toList();
    }

    private static PageData.PageTable table(String scenario, String title, String kind, Table table) {
        return new PageData.PageTable(scenario, title, kind, table.header(), table.metrics(), table.rows());
    }
}
