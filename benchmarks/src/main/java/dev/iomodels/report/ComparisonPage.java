package dev.iomodels.report;

import dev.iomodels.gate.Badge;
import dev.iomodels.gate.Bands;
import dev.iomodels.plan.Scenario;
import dev.iomodels.report.Compared.Kind;
import dev.iomodels.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the page of two runs shows, B held against A. */
final class ComparisonPage {
    private static final int NAMED = 5;
    private static final List<Badge.Kind> WORTH =
            List.of(Badge.Kind.SMOKE, Badge.Kind.NOT_CITABLE, Badge.Kind.INDICATIVE, Badge.Kind.CITABLE);

    private ComparisonPage() {}

    static PageData of(RunContents a, RunContents b, Comparisons comparisons, Detail detail) {
        List<RunContents> runs = List.of(a, b);
        List<Scenario> ofA = a.record().plan().scenarios();
        List<Scenario> ofB = b.record().plan().scenarios();
        List<Scenario> onlyB =
                ofB.stream().filter(scenario -> !ofA.contains(scenario)).toList();
        List<Scenario> all = Stream.concat(ofA.stream(), onlyB.stream()).toList();
        List<String> names = RunPage.names(runs);
        Strings strings = new Strings();
        List<PageCell> cells = Stream.concat(
                        new PageCells(a, 0, all, names, strings, detail).all().stream(),
                        new PageCells(b, 1, all, names, strings, detail).all().stream())
                .toList();
        List<String> heading = new ArrayList<>(comparisons.heading());
        comparisons.alone().forEach(cell -> heading.add(cell.scenario() + "/" + cell.contender() + ": " + cell.note()));
        return new PageData(
                "comparison",
                false,
                a.record().id() + " and " + b.record().id(),
                weaker(a, b),
                runs.stream().map(PageRun::of).toList(),
                answers(comparisons),
                heading,
                List.of(),
                RunPage.models(runs),
                RunPage.jdks(runs),
                RunPage.metrics(),
                Stream.concat(
                                ofA.stream().map(scenario -> PageScenario.of(a, scenario)),
                                onlyB.stream().map(scenario -> PageScenario.of(b, scenario)))
                        .toList(),
                cells,
                PageFamily.of(comparisons),
                Stream.concat(RunPage.rulings(a).stream(), RunPage.rulings(b).stream())
                        .toList(),
                Bands.all(),
                Stream.concat(detail.notes().stream(), comparisons.cautions().stream())
                        .toList(),
                ComparisonTable.legend(comparisons.families()),
                ComparisonTable.of(comparisons.families()).stream()
                        .map(table -> new PageData.PageTable(
                                "",
                                table.title(),
                                "comparison",
                                table.table().header(),
                                table.table().metrics(),
                                table.table().rows()))
                        .toList(),
                RunPage.gateWords(runs),
                strings.all());
    }

    /** A comparison is worth no more than the lesser of its runs. */
    private static PageRun.Label weaker(RunContents a, RunContents b) {
        return PageRun.Label.of(
                WORTH.indexOf(a.badge().kind()) <= WORTH.indexOf(b.badge().kind()) ? a.badge() : b.badge());
    }

    private static List<PageData.Answer> answers(Comparisons comparisons) {
        List<PageData.Answer> answers = new ArrayList<>();
        for (var words :
                comparisons.families().stream().map(Compared::words).distinct().toList()) {
            List<Compared> families = comparisons.families().stream()
                    .filter(family -> family.words() == words)
                    .toList();
            long compared = families.stream().mapToLong(Compared::compared).sum();
            if (compared == 0) continue;
            long differing = families.stream().mapToLong(Compared::differing).sum();
            String kind = families.get(0).kind() == Kind.RATIOS ? "ratios to the baseline model" : "cells";
            if (families.stream().noneMatch(Compared::speaks)) {
                answers.add(new PageData.Answer(
                        words.subject()
                                + ", B against A: no verdict; it takes five forks of a measurement in both runs.",
                        ""));
                continue;
            }
            List<String> named = differing(families);
            answers.add(new PageData.Answer(
                    words.subject() + ", B against A: " + differing + " of " + compared + " " + kind
                            + (compared == 1 ? " differs" : " differ")
                            + (named.isEmpty()
                                    ? ""
                                    : ": " + String.join("; ", named.subList(0, Math.min(NAMED, named.size()))))
                            + (named.size() > NAMED ? "; and " + (named.size() - NAMED) + " more" : "")
                            + ".",
                    ""));
        }
        answers.add(new PageData.Answer(
                "Between-run variance is not included: what a run differs from the next one by, on the same machine, two"
                        + " runs cannot tell.",
                ""));
        answers.add(new PageData.Answer(
                "A is " + comparisons.sources().get(0) + ", B is "
                        + comparisons.sources().get(comparisons.sources().size() - 1) + ".",
                ""));
        return answers;
    }

    private static List<String> differing(List<Compared> families) {
        List<String> texts = new ArrayList<>();
        for (Compared family : families)
            for (Comparison line : family.lines())
                if (family.verdict(line)
                        .map(Verdict::kind)
                        .filter(Verdict.Kind::differs)
                        .isPresent())
                    texts.add(family.scenario() + "/" + line.contender() + " "
                            + family.text(line).orElseThrow());
        return texts;
    }
}
