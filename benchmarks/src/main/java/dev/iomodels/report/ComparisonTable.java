package dev.iomodels.report;

import dev.iomodels.report.Compared.Kind;
import dev.iomodels.result.Metric;
import dev.iomodels.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Families of one kind, scenario and metric as one table. */
final class ComparisonTable {
    private final List<Compared> families;

    private ComparisonTable(List<Compared> families) {
        this.families = families;
    }

    /** One for each stretch of families that belong together. */
    static List<ComparisonTable> of(List<Compared> families) {
        List<List<Compared>> groups = new ArrayList<>();
        for (Compared family : families) {
            if (groups.isEmpty() || !together(groups.get(groups.size() - 1).get(0), family))
                groups.add(new ArrayList<>());
            groups.get(groups.size() - 1).add(family);
        }
        return groups.stream().map(ComparisonTable::new).toList();
    }

    private static boolean together(Compared one, Compared other) {
        return one.kind() == other.kind() && one.scenario().equals(other.scenario()) && one.words() == other.words();
    }

    private Compared first() {
        return families.get(0);
    }

    /** {@code wait, throughput (pages/s): models on the same JDK}. */
    String title() {
        String unit = first().words().metric() == Metric.THROUGHPUT ? " (pages/s)" : "";
        return first().scenario() + ", " + first().words().subject() + unit + ": "
                + first().kind().title();
    }

    Table table() {
        boolean runs = first().kind() == Kind.RUNS || first().kind() == Kind.RATIOS;
        List<String> header = runs
                ? List.of("contender", "in A", "in B", "ratio", "visible", "verdict")
                : List.of("contender", "against", "baseline", "value", "ratio", "visible", "verdict");
        List<List<String>> rows = new ArrayList<>();
        for (Compared family : families) for (Comparison line : family.lines()) rows.add(row(family, line, !runs));
        return new Table(header, rows);
    }

    private static List<String> row(Compared family, Comparison line, boolean named) {
        if (line.difference().isEmpty()) return List.of(line.contender(), line.note());
        Verdict verdict = family.verdict(line).orElseThrow();
        List<String> row = new ArrayList<>(List.of(line.contender()));
        if (named) row.add(line.baseline());
        row.add(value(family, line.baselineValue()));
        row.add(value(family, line.value()));
        row.add(Numbers.ratio(verdict.difference().ratio())
                + verdict.range()
                        .map(range -> " [" + Numbers.ratio(range.low()) + ", " + Numbers.ratio(range.high()) + "]")
                        .orElse(""));
        row.add(verdict.smallestVisible()
                .map(share -> Numbers.percentBeyond(1 + share))
                .orElse(Numbers.NONE));
        row.add(family.text(line).orElseThrow());
        return row;
    }

    private static String value(Compared family, double value) {
        if (family.kind() == Kind.RATIOS) return "×" + Numbers.ratio(value);
        return switch (family.words()) {
            case THROUGHPUT -> Numbers.plain(value);
            case CPU_PER_PAGE -> Numbers.micros(value);
            case LIST_TIME, P99, RESPONSE_P99 -> Numbers.time(value);
        };
    }

    /** What each family says as a whole, side by side; then remarks on single comparisons. */
    List<String> summaries() {
        List<String> lines = new ArrayList<>();
        lines.add("against " + families.stream().map(Compared::summary).collect(Collectors.joining("; ")));
        for (Compared family : families)
            for (Comparison line : family.lines())
                if (line.difference().isPresent() && !line.note().isEmpty())
                    lines.add(line.contender() + ": " + line.note());
        return lines;
    }

    /** What below the tables tells a reader of the columns. */
    static List<String> legend(List<Compared> families) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "ratio: value ÷ baseline, with the interval that the verdict rests on. ×2.3: 2.3 times as much; ÷2.3: "
                        + "as much divided by 2.3.");
        lines.add("Comparisons with one baseline, in one scenario, of one metric are a family: of m, each interval is "
                + "1 − 5 % ÷ m, all together 95 % (Bonferroni).");
        lines.add(
                "visible: half of the interval; an observed difference smaller than this could not have been told from "
                        + "none.");
        lines.add(
                "same: the interval of 1 − 10 % ÷ m, narrower than the one shown, lies within ±δ (two one-sided tests).");
        lines.add("Verdicts need five forks; below, the interval is a plain 95 %.");
        Optional<Compared> control = families.stream()
                .filter(family -> family.kind() == Kind.CONTROL)
                .findFirst();
        if (control.isPresent())
            lines.add("control: the same contender entered twice; what differs there is the machine or the method.");
        return lines;
    }
}
