package dev.iomodels.report;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;
import dev.iomodels.result.NumberId;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has to say, in three to six sentences, each number with its interval: a reader's first look, and the last one of many. */
final class Answers {
    private static final int MOST = 6;
    private static final int NAMED = 6;
    private static final char NO_BREAK = '\u00a0';

    private final RunContents run;
    private final Jdk newest;

    private Answers(RunContents run) {
        this.run = run;
        this.newest = run.jdks().stream().max(run.oldestFirst()).orElseThrow();
    }

    static List<PageData.Answer> of(RunContents run) {
        return new Answers(run).all();
    }

    private List<PageData.Answer> all() {
        List<PageData.Answer> answers = new ArrayList<>();
        scaling().ifPresent(answers::add);
        List<Scenario> shown = shown();
        for (Scenario scenario : shown)
            ranked(scenario, Metric.ofRecord(scenario)).ifPresent(answers::add);
        if (!shown.isEmpty()) ranked(shown.get(0), Metric.CPU_PER_PAGE).ifPresent(answers::add);
        List<PageData.Answer> more = new ArrayList<>();
        if (run.record().plan().search().isEmpty()) more.addAll(new RealAnswers(run, shown, newest).all());
        more.add(new PageData.Answer(QualityAnswer.of(run), ""));
        List<PageData.Answer> first = answers.subList(0, Math.min(answers.size(), MOST - more.size()));
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    /** The scenario in which most pages wait at once, and one in which nothing waits: what scaling is about, and what a page costs. */
    private List<Scenario> shown() {
        List<Scenario> measured = run.record().plan().scenarios().stream()
                .filter(scenario ->
                        best(scenario, Metric.ofRecord(scenario)).findAny().isPresent())
                .toList();
        Optional<Scenario> waits = measured.stream()
                .filter(Scenario::waits)
                .filter(scenario -> !scenario.open())
                .max(Comparator.comparingInt(this::compared)
                        .thenComparingInt(scenario -> -scenario.load().inFlight()));
        Optional<Scenario> open = measured.stream().filter(Scenario::open).findFirst();
        Optional<Scenario> none =
                measured.stream().filter(scenario -> !scenario.waits()).findFirst();
        return Stream.of(waits, open, none)
                .flatMap(Optional::stream)
                .distinct()
                .limit(2)
                .toList();
    }

    /** How much there is to tell contenders apart by: from some load on, they no longer do the same. */
    private int compared(Scenario scenario) {
        return (int) run.of(scenario).stream()
                .filter(cell -> cell.estimate(Metric.CEILING)
                        .filter(share -> share.value() < Stops.KEPT_PERCENT)
                        .isPresent())
                .count();
    }

    private Stream<CellNumbers> best(Scenario scenario, Metric metric) {
        return run.of(scenario).stream()
                .filter(cell -> Baseline.isJudged(cell.cell().contender()))
                .filter(cell -> cell.cell().contender().jdk().equals(newest))
                .filter(cell -> cell.estimate(metric).isPresent());
    }

    /** {@code JDK 25, wait (…), pages/s: raw-selector 9 981 [9 970, 9 992], …}. */
    private Optional<PageData.Answer> ranked(Scenario scenario, Metric metric) {
        boolean less = metric == Metric.CPU_PER_PAGE || metric == Metric.LIST_TIME;
        Comparator<CellNumbers> byValue = Comparator.comparingDouble(
                cell -> cell.estimate(metric).orElseThrow().value());
        List<CellNumbers> cells = best(scenario, metric)
                .sorted(less ? byValue : byValue.reversed())
                .toList();
        if (cells.isEmpty()) return Optional.empty();
        String all = cells.stream()
                .limit(NAMED)
                .map(cell -> cell.cell().contender().name() + ": "
                        + Quantity.of(metric, cell.estimate(metric).orElseThrow())
                                .brief()
                                .replace(' ', NO_BREAK))
                .collect(Collectors.joining(", "));
        int left = cells.size() - NAMED;
        String what = switch (metric) {
            case CPU_PER_PAGE -> "CPU time of a page";
            case ACHIEVED -> "achieved";
            case LIST_TIME -> "time of a list";
            default -> "rate";
        };
        return Optional.of(new PageData.Answer(
                scenario.name() + " (" + scenario.conditions() + ") on JDK " + newest.label() + ", " + what + ": " + all
                        + (left > 0 ? " and " + left + " more" : "") + ".",
                NumberId.of(run.record(), cells.get(0).cell(), metric).toString()));
    }

    /** How far each one keeps up, where it was asked at several loads. */
    private Optional<PageData.Answer> scaling() {
        List<PageData.Stop> stops = Stops.of(run).stream()
                .filter(stop -> stop.jdk().equals(newest.label()))
                .toList();
        Optional<String> group = stops.stream()
                .filter(stop -> stop.kept() != null && stop.next() != null)
                .map(PageData.Stop::group)
                .findFirst();
        if (group.isEmpty()) return Optional.empty();
        List<PageData.Stop> curve =
                stops.stream().filter(stop -> stop.group().equals(group.get())).toList();
        String open = curve.get(0).unit().equals("users")
                ? Numbers.plain(Stops.KEPT_PERCENT) + " % of what Little's law allows"
                : "what was offered";
        String all = curve.stream()
                .sorted(Comparator.comparingDouble((PageData.Stop stop) -> stop.kept() == null ? 0 : stop.kept())
                        .reversed())
                .collect(Collectors.groupingBy(
                        stop -> stop.kept() == null
                                ? "with no load that was measured"
                                : "up to " + Numbers.count(stop.kept()) + " " + stop.unit(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                stop -> stop.contender().replaceFirst("@[^@]*$", ""), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining("; "));
        return Optional.of(new PageData.Answer(
                "Who keeps up (" + group.get() + ", JDK " + newest.label() + ", at least " + open + "): " + all + ".",
                ""));
    }
}
