package dev.iomodels.report;

import dev.iomodels.plan.Jdk;
import dev.iomodels.plan.Scenario;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which differences are real, in a sentence for models and one for JDKs; none where there are too few forks for words. */
final class RealAnswers {
    private static final int NAMED = 5;

    private final List<Compared> families;
    private final List<Scenario> shown;
    private final Jdk newest;

    /** @param shown the scenarios that the other answers are about */
    RealAnswers(RunContents run, List<Scenario> shown, Jdk newest) {
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
        return Optional.of(new PageData.Answer(
                "From JDK to JDK, " + differing + " of " + compared + " comparisons of one model differ"
                        + (named.isEmpty() ? "" : ", most of all: " + named) + ".",
                ""));
    }

    private record Said(double size, String text) {}

    /** {@code virtual-thread@25 faster by …}, of those that differ; {@code named} with scenario, metric and baseline. */
    private static Stream<String> texts(List<Compared> families, boolean named) {
        List<Said> said = new ArrayList<>();
        for (Compared family : families)
            for (Comparison line : family.lines()) {
                Optional<Verdict> verdict = family.verdict(line);
                if (verdict.isEmpty() || named && !verdict.get().kind().differs()) continue;
                String where = named
                        ? family.scenario() + ", " + family.words().subject() + " of " + line.contender() + " against "
                                + line.baseline() + " "
                        : line.contender() + " ";
                said.add(new Said(
                        Math.abs(Math.log(verdict.get().difference().ratio())),
                        where + family.text(line).orElseThrow()));
            }
        Stream<Said> inOrder = named
                ? said.stream().sorted(Comparator.comparingDouble(Said::size).reversed())
                : said.stream();
        return inOrder.map(Said::text);
    }
}
