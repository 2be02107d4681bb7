package dev.iomodels.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.iomodels.stats.Range;
import dev.iomodels.stats.Verdict;
import java.util.List;
import java.util.Optional;

/** Comparisons with one baseline, in one scenario, of one metric, as a page shows them. */
record PageFamily(
        String kind,
        String title,
        String scenario,
        String metric,
        String subject,
        String baseline,
        double delta,
        String summary,
        List<Line> lines) {

    /**
     * One comparison; a run of hundreds of cells has thousands, so without the names of what it holds.
     *
     * @param baseline null if it is the family's
     * @param ratio value ÷ baseline; null if they cannot be compared, and {@code note} says why
     * @param lo its interval, with {@code confidence}; null below three forks
     * @param decided whether the verdict is any but <i>inconclusive</i>
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Line(
            String contender,
            String baseline,
            Double ratio,
            Double lo,
            Double hi,
            Double confidence,
            boolean decided,
            String kind,
            String verdict,
            String note) {}

    static List<PageFamily> of(Comparisons comparisons) {
        return comparisons.families().stream().map(PageFamily::of).toList();
    }

    private static PageFamily of(Compared family) {
        return new PageFamily(
                family.kind().id(),
                family.kind().title(),
                family.scenario(),
                family.words().metric().id(),
                family.words().subject(),
                family.baseline(),
                family.delta(),
                family.summary(),
                family.lines().stream().map(line -> line(family, line)).toList());
    }

    private static Line line(Compared family, Comparison line) {
        Optional<Verdict> verdict = family.verdict(line);
        Optional<Range> range = verdict.flatMap(Verdict::range);
        Verdict.Kind kind = verdict.map(Verdict::kind).orElse(Verdict.Kind.NONE);
        return new Line(
                line.contender(),
                line.baseline().equals(family.baseline()) ? null : line.baseline(),
                verdict.map(one -> Digits.six(one.difference().ratio())).orElse(null),
                range.map(one -> Digits.six(one.low())).orElse(null),
                range.map(one -> Digits.six(one.high())).orElse(null),
                verdict.map(one -> Digits.six(one.confidence())).orElse(null),
                kind != Verdict.Kind.NONE && kind != Verdict.Kind.INCONCLUSIVE,
                verdict.isPresent() ? kind.name() : "",
                family.text(line).orElse(""),
                line.note());
    }
}
