package dev.iomodels.report;

import dev.iomodels.report.Compared.Kind;
import dev.iomodels.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which differences of a run are real, on a few lines for each scenario, where there are enough forks to say so. */
final class RealDifferences {
    private final List<Compared> families;

    private RealDifferences(List<Compared> families) {
        this.families = families;
    }

    /** The lines, none wider than a screen; none at all for a run with too few forks, or one that is no measurement. */
    static List<String> lines(RunContents run) {
        if (run.record().plan().blocks() < Verdict.FROM_FORKS) return List.of();
        List<Compared> all = Comparisons.within(run, "").families().stream()
                .filter(Compared::speaks)
                .toList();
        List<String> lines = new ArrayList<>();
        for (String scenario : all.stream().map(Compared::scenario).distinct().toList()) {
            lines.add(scenario + ": which differences are real");
            new RealDifferences(all.stream()
                            .filter(family -> family.scenario().equals(scenario))
                            .toList())
                    .sentences()
                    .forEach(sentence -> lines.addAll(Lines.wrapped("  " + sentence)));
        }
        return lines;
    }

    /** Models: a line for each baseline. JDKs: a line for each metric, because each model is a baseline there. Then the control. */
    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Compared family : of(Kind.MODELS))
            sentences.add(family.words().subject() + " against " + family.baseline() + ": "
                    + verdicts(List.of(family), false));
        for (var words : of(Kind.JDKS).stream().map(Compared::words).distinct().toList())
            sentences.add(words.subject() + " across JDKs: "
                    + verdicts(
                            of(Kind.JDKS).stream()
                                    .filter(family -> family.words() == words)
                                    .toList(),
                            true));
        List<Compared> controls = of(Kind.CONTROL);
        if (!controls.isEmpty())
            sentences.add("control, " + controls.get(0).baseline() + " entered twice: "
                    + controls.stream()
                            .map(family -> family.words().subject() + " "
                                    + family.verdict(family.lines().get(0))
                                            .orElseThrow()
                                            .text(family.words()))
                            .collect(Collectors.joining("; ")));
        return sentences;
    }

    private List<Compared> of(Kind kind) {
        return families.stream().filter(family -> family.kind() == kind).toList();
    }

    /** {@code 1 of 2 differ: selector-1@25 faster by …; virtual-thread@25 same …}: what differs first. */
    private static String verdicts(List<Compared> families, boolean named) {
        long compared = families.stream().mapToLong(Compared::compared).sum();
        long differing = families.stream().mapToLong(Compared::differing).sum();
        return differing + " of " + compared + (compared == 1 && differing == 1 ? " differs: " : " differ: ")
                + Stream.concat(
                                texts(families, named, verdict -> verdict.kind().differs()),
                                texts(
                                        families,
                                        named,
                                        verdict -> !verdict.kind().differs()))
                        .collect(Collectors.joining("; "));
    }

    private static Stream<String> texts(List<Compared> families, boolean named, Predicate<Verdict> which) {
        return families.stream()
                .flatMap(family -> family.lines().stream()
                        .filter(line -> family.verdict(line).filter(which).isPresent())
                        .map(line -> line.contender() + (named ? " against " + line.baseline() : "") + " "
                                + family.text(line).orElseThrow()
                                + (line.note().isEmpty() ? "" : " (" + line.note() + ")")));
    }
}
