package dev.iomodels.report;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.stats.Family;
import dev.iomodels.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which differences are real, in a sentence for models and one for JDKs; none where there are too few forks for words. */
final class RealAnswers {
    private static final int NAMED = 5;
    private static final Set<Verdict.Kind> CERTAIN = Set.of(Verdict.Kind.MORE, Verdict.Kind.LESS);

    private final RunContents run;
    private final List<Compared> families;
    private final List<Scenario> shown;
    private final Jdk newest;

    /** @param shown the scenarios that the other answers are about */
    RealAnswers(RunContents run, List<Scenario> shown, Jdk newest) {
        this.run = run;
        this.families = Comparisons.within(run, "").families().stream()
                .filter(Compared::speaks)
                .toList();
        this.shown = shown;
        this.newest = newest;
    }

    List<PageData.Answer> all() {
        List<PageData.Answer> answers = new ArrayList<>();
        for (Scenario scenario : shown.stream().limit(1).toList())
            models(scenario).ifPresent(answers::add);
        jdks().ifPresent(answers::add);
        return answers;
    }

    /** Rate and CPU time against the baseline, on the newest JDK. */
    private Optional<PageData.Answer> models(Scenario scenario) {
        List<Compared> here = families.stream()
                .filter(family -> family.kind() == Kind.MODELS
                        && family.scenario().equals(scenario.name())
                        && family.baseline().endsWith("@" + newest.label()))
                .limit(2)
                .toList();
        if (here.isEmpty()) return Optional.empty();
        return Optional.of(new PageData.Answer(
                scenario.name() + ", against " + here.get(0).baseline() + ": "
                        + here.stream()
                                .map(family -> family.words().subject() + ": "
                                        + texts(List.of(family), false).collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; "))
                        + ".",
                ""));
    }

    /** What a newer JDK changed, the largest differences first. */
    private Optional<PageData.Answer> jdks() {
        List<Compared> across =
                families.stream().filter(family -> family.kind() == Kind.JDKS).toList();
        long compared = across.stream().mapToLong(Compared::compared).sum();
        if (compared == 0) return Optional.empty();
        long differing = across.stream().mapToLong(Compared::differing).sum();
        String named = texts(across, true).limit(NAMED).collect(Collectors.joining("; "));
        // Each family errs in one of twenty cases, and there are as many as models, metrics and scenarios.
        String chance = Numbers.plain(Family.ALPHA
                * across.stream().filter(family -> family.compared() > 0).count());
        return Optional.of(new PageData.Answer(
                "Between JDKs, " + differing + " of " + compared
                        + " comparisons of a model with itself show a difference"
                        + " (about " + chance + " would by chance alone)"
                        + (named.isEmpty() ? "" : "; for certain the largest: " + named) + ".",
                ""));
    }

    private record Said(double atLeast, String text) {}

    /** {@code virtual-thread@25 faster by …}; {@code named} those alone that differ for certain, with scenario, metric and baseline, the largest first. */
    private Stream<String> texts(List<Compared> families, boolean named) {
        List<Said> said = new ArrayList<>();
        for (Compared family : families)
            for (Comparison line : family.lines()) {
                Optional<Verdict> verdict = family.verdict(line);
                if (verdict.isEmpty()
                        || named && !CERTAIN.contains(verdict.get().kind())) continue;
                String where = named
                        ? family.scenario() + ", " + family.words().subject() + " of " + line.contender() + " against "
                                + line.baseline() + " "
                        : line.contender() + " ";
                said.add(new Said(
                        atLeast(verdict.get()), where + family.text(line).orElseThrow() + remark(family, line)));
            }
        Stream<Said> inOrder = named
                ? said.stream().sorted(Comparator.comparingDouble(Said::atLeast).reversed())
                : said.stream();
        return inOrder.map(Said::text);
    }

    /** How far the interval's nearer end is from no difference. */
    private static double atLeast(Verdict verdict) {
        return verdict.range()
                .map(range -> Math.min(Math.abs(Math.log(range.low())), Math.abs(Math.log(range.high()))))
                .orElse(0.0);
    }

    private String remark(Compared family, Comparison line) {
        boolean red = run.cells().stream()
                .filter(cell -> cell.cell().scenario().name().equals(family.scenario()))
                .filter(cell -> List.of(line.contender(), line.baseline()).contains(Comparison.slug(cell)))
                .anyMatch(cell -> run.gates().red(cell.cell()));
        return (line.note().isEmpty() ? "" : " (" + line.note() + ")") + (red ? " (a gate is red)" : "");
    }
}
