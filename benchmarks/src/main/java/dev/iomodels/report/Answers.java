package dev.iomodels.report;

import dev.iomodels.gate.Badge;
import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.CellNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run has to say, in three to six sentences, each number with its interval: a reader's first look, and the last one of many. */
final class Answers {
    private static final int MOST = 6;

    private final RunContents run;
    private final Jdk newest;

    private Answers(RunContents run, Jdk newest) {
        this.run = run;
        this.newest = newest;
    }

    /** Only what was measured on the newest JDK is ranked; what changed from one to the next is an answer of its own. */
    static List<PageData.Answer> of(RunContents run) {
        PageData.Answer quality = new PageData.Answer(QualityAnswer.of(run), "");
        if (run.badge().kind() == Badge.Kind.SMOKE) return SmokeAnswers.of(run);
        if (run.record().plan().search().isPresent())
            return Stream.concat(CapacityAnswers.of(run).stream(), Stream.of(quality))
                    .toList();
        List<PageData.Answer> answers = new ArrayList<>();
        List<PageData.Answer> last = new ArrayList<>();
        run.jdks().stream().max(run.oldestFirst()).ifPresent(newest -> {
            Answers all = new Answers(run, newest);
            List<Scenario> shown = all.shown();
            ScalingAnswer.of(run, newest).ifPresent(answers::add);
            shown.forEach(scenario -> answers.addAll(all.ranked(scenario)));
            last.addAll(new RealAnswers(run, shown, newest).all());
        });
        last.add(new PageData.Answer(QualityAnswer.gates(run), ""));
        last.add(quality);
        return Stream.concat(answers.stream().limit((long) MOST - last.size()), last.stream())
                .toList();
    }

    /** Where nothing waits, CPU time says more than a rate that the stub on the same cores dilutes; where the rate is given, how long pages took. */
    private List<PageData.Answer> ranked(Scenario scenario) {
        List<Metric> metrics = switch (scenario.loop()) {
            case OPEN -> List.of(Metric.RESPONSE_P99);
            case LIST -> List.of(Metric.LIST_TIME);
            case CLOSED ->
                scenario.waits()
                        ? List.of(Metric.THROUGHPUT, Metric.CPU_PER_PAGE)
                        : List.of(Metric.CPU_PER_PAGE, Metric.THROUGHPUT);
        };
        return metrics.stream()
                .flatMap(metric -> RankedAnswer.of(run, scenario, newest, metric).stream())
                .toList();
    }

    /** The scenario in which contenders differ most, and one in which nothing waits or pages arrive by themselves. */
    private List<Scenario> shown() {
        List<Scenario> measured = run.record().plan().scenarios().stream()
                .filter(scenario -> run.of(scenario).stream()
                        .anyMatch(cell -> !cell.measured().isEmpty()))
                .toList();
        Optional<Scenario> waits = measured.stream()
                .filter(scenario -> scenario.waits() && !scenario.open())
                .max(Comparator.comparingLong(this::missed)
                        .thenComparingInt(scenario -> -scenario.load().inFlight()));
        Optional<Scenario> none =
                measured.stream().filter(scenario -> !scenario.waits()).findFirst();
        Optional<Scenario> open = measured.stream().filter(Scenario::open).findFirst();
        return Stream.of(waits, none, open)
                .flatMap(Optional::stream)
                .distinct()
                .limit(2)
                .toList();
    }

    /** How many did not keep up there: from some load on, contenders no longer do the same. */
    private long missed(Scenario scenario) {
        return run.of(scenario).stream()
                .filter(cell -> !Kept.of(run, cell).orElse(true))
                .map(CellNumbers::cell)
                .distinct()
                .count();
    }
}
