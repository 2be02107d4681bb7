package dev.iomodels.report;

import dev.iomodels.stats.CellNumbers;
import dev.iomodels.stats.Range;
import dev.iomodels.stats.Verdict;
import dev.iomodels.stats.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is compared in a run, or between two.
 *
 * @param sources the runs, A first
 * @param heading what they are, and in what they differ
 * @param families in the order in which they are shown
 * @param alone cells that only one of two runs has
 * @param cautions what gates say against cells that are compared
 */
public record Comparisons(
        List<Source> sources, List<String> heading, List<Compared> families, List<Alone> alone, List<String> cautions) {

    /** A run, and what its numbers may be used for. */
    record Source(String id, String badge) {
        static Source of(RunContents run) {
            return new Source(run.record().id(), run.badge().text());
        }

        @Override
        public String toString() {
            return id + " [" + badge + "]";
        }
    }

    /** A cell that has nothing to be compared with. */
    record Alone(String scenario, String contender, String note) {}

    /**
     * The contenders of one run: models against a baseline model, each model across JDKs, and the control.
     *
     * @param baseline a model of the run, as one types it; empty for the pool of threads
     * @throws IllegalArgumentException if the run has no such model, naming those that it has
     */
    public static Comparisons within(RunContents run, String baseline) {
        return new WithinRun(run, Baseline.of(run, baseline)).comparisons();
    }

    /**
     * Run B against run A, cell by cell; only ratios to a baseline model, if they were carried out on two machines.
     *
     * @param variables names of fields in which the runs may differ, because that is what is compared
     * @throws Incomparable if they differ in what must match
     * @throws IllegalArgumentException if there is no such baseline model
     */
    public static Comparisons between(RunContents a, RunContents b, Set<String> variables, String baseline) {
        return new BetweenRuns(a, b, variables, baseline).comparisons();
    }

    /** Whether any comparison rests on enough forks for a verdict. */
    public boolean speaks() {
        return verdicts().stream().anyMatch(Compared::speaks);
    }

    /** The comparisons whose interval is wholly worse than the baseline by more than {@code share}, each in a line. Controls are none. */
    public List<String> worseBy(double share) {
        List<String> worse = new ArrayList<>();
        for (Compared family : verdicts())
            for (Comparison line : family.lines()) {
                Optional<Verdict> verdict = family.verdict(line).filter(one -> one.kind() != Verdict.Kind.NONE);
                Words words = family.words();
                Optional<Range> range = verdict.flatMap(Verdict::range);
                if (range.filter(one -> words.isWorse(one, share)).isPresent())
                    worse.add(family.scenario() + "/" + line.contender() + ", " + words.subject() + " against "
                            + line.baseline() + ": " + verdict.orElseThrow().text(words));
            }
        return worse;
    }

    /** What could have been worse without anybody knowing, each in a line with the reason: comparisons without a verdict. What was skipped is none. */
    public List<String> unjudged() {
        List<String> unjudged = new ArrayList<>();
        for (Compared family : verdicts())
            for (Comparison line : family.lines()) {
                if (line.note().contains(CellNumbers.SKIPPED)) continue;
                String name = family.scenario() + "/" + line.contender() + ", "
                        + family.words().subject() + " against " + line.baseline() + ": ";
                Optional<Verdict> verdict = family.verdict(line);
                if (verdict.isEmpty()) unjudged.add(name + line.note());
                else if (verdict.get().kind() == Verdict.Kind.NONE)
                    unjudged.add(name + verdict.get().text(family.words()));
            }
        for (Alone cell : alone)
            if (!cell.note().contains(CellNumbers.SKIPPED))
                unjudged.add(cell.scenario() + "/" + cell.contender() + ": " + cell.note());
        return unjudged;
    }

    private List<Compared> verdicts() {
        return families.stream()
                .filter(family -> family.kind() != Compared.Kind.CONTROL)
                .toList();
    }
}
