package dev.iomodels.report;

import dev.iomodels.result.Metric;
import dev.iomodels.stats.Range;
import dev.iomodels.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Comparisons as CSV: a line for each, its runs and badges first. RFC 4180. */
public final class ComparisonCsv {
    private static final String HEADER = "run,badge,other_run,other_badge,kind,scenario,metric,unit,contender,baseline,"
            + "forks,baseline_value,value,ratio,low,high,confidence,family,visible,verdict,words,note";

    private ComparisonCsv() {}

    /** All of it. Shares and ratios are plain numbers: a visible difference of 0.01 is 1 %. */
    public static String text(Comparisons comparisons) {
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        List<String> sources = sources(comparisons);
        for (Compared family : comparisons.families())
            for (Comparison line : family.lines()) text.append(CsvReport.line(concat(sources, fields(family, line))));
        for (Comparisons.Alone cell : comparisons.alone())
            text.append(CsvReport.line(concat(
                    sources,
                    List.of(
                            "alone",
                            cell.scenario(),
                            "",
                            "",
                            cell.contender(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            cell.note()))));
        return text.toString();
    }

    private static List<String> sources(Comparisons comparisons) {
        List<String> fields = new ArrayList<>();
        for (Comparisons.Source source : comparisons.sources()) fields.addAll(List.of(source.id(), source.badge()));
        while (fields.size() < 4) fields.add("");
        return fields;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> fields(Compared family, Comparison line) {
        Metric metric = family.words().metric();
        Optional<Verdict> verdict = family.verdict(line);
        Optional<Range> range = verdict.flatMap(Verdict::range);
        return List.of(
                family.kind().id(),
                family.scenario(),
                metric.label(),
                family.kind() == Compared.Kind.RATIOS ? "" : metric.unit(),
                line.contender(),
                line.baseline(),
                verdict.map(one -> Integer.toString(one.difference().n())).orElse("0"),
                number(line.baselineValue()),
                number(line.value()),
                verdict.map(one -> number(one.difference().ratio())).orElse(""),
                range.map(one -> number(one.low())).orElse(""),
                range.map(one -> number(one.high())).orElse(""),
                range.map(one -> number(verdict.orElseThrow().confidence())).orElse(""),
                Long.toString(family.compared()),
                verdict.flatMap(Verdict::smallestVisible)
                        .map(ComparisonCsv::number)
                        .orElse(""),
                verdict.map(one ->
                                one.kind().toString().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse(""),
                family.text(line).orElse(""),
                line.note());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : CsvReport.number(value);
    }
}
