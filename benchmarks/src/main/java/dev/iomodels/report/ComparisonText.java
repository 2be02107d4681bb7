package dev.iomodels.report;

import java.util.List;

/** Comparisons for a person: as text for a terminal, and as Markdown. */
public final class ComparisonText {
    private ComparisonText() {}

    /** As lines for a terminal. */
    public static String text(Comparisons comparisons) {
        StringBuilder text = new StringBuilder();
        lines("", comparisons.heading(), text);
        for (ComparisonTable table : ComparisonTable.of(comparisons.families())) {
            text.append('\n')
                    .append(table.title())
                    .append('\n')
                    .append(table.table().text());
            table.summaries().forEach(line -> lines("", Lines.wrapped(line), text));
        }
        text.append('\n');
        lines("", alone(comparisons), text);
        comparisons.cautions().forEach(line -> lines("", Lines.wrapped(line), text));
        lines("", ComparisonTable.legend(comparisons.families()), text);
        return text.toString();
    }

    /** As Markdown. */
    public static String markdown(Comparisons comparisons) {
        StringBuilder text = new StringBuilder("# Comparison: ")
                .append(String.join(
                        " and ",
                        comparisons.sources().stream()
                                .map(Comparisons.Source::id)
                                .toList()))
                .append("\n\n");
        for (Comparisons.Source source : comparisons.sources())
            text.append("**")
                    .append(source.badge())
                    .append("**")
                    .append(" (`")
                    .append(source.id())
                    .append("`)\n\n");
        for (String line : comparisons.heading())
            text.append(line.startsWith("  ") ? "  - " : "- ")
                    .append(line.strip())
                    .append('\n');
        for (ComparisonTable table : ComparisonTable.of(comparisons.families())) {
            text.append("\n## ")
                    .append(table.title())
                    .append("\n\n")
                    .append(table.table().markdown())
                    .append('\n');
            lines("- ", table.summaries(), text);
        }
        if (!comparisons.alone().isEmpty()) text.append("\n## On one side only\n\n");
        lines("- ", alone(comparisons), text);
        if (!comparisons.cautions().isEmpty()) text.append("\n## Cautions\n\n");
        lines("- ", comparisons.cautions(), text);
        text.append("\n## How to read it\n\n");
        lines("- ", ComparisonTable.legend(comparisons.families()), text);
        return text.toString();
    }

    private static List<String> alone(Comparisons comparisons) {
        return comparisons.alone().stream()
                .map(cell -> cell.scenario() + "/" + cell.contender() + ": " + cell.note())
                .toList();
    }

    private static void lines(String mark, List<String> lines, StringBuilder text) {
        lines.forEach(line -> text.append(mark).append(line).append('\n'));
    }
}
