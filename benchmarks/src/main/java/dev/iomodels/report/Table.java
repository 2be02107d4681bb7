package dev.iomodels.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text under a header. The first column is aligned to the left, the others to the right.
 *
 * @param rows each as long as the header, or of two parts: a name, and a remark that takes the rest of the line
 * @param metrics the id of what each column shows; an empty text where it is no metric
 */
record Table(List<String> header, List<List<String>> rows, List<String> metrics) {
    private static final String GAP = "  ";

    /** One whose columns are no metrics. */
    Table(List<String> header, List<List<String>> rows) {
        this(header, rows, Collections.nCopies(header.size(), ""));
    }

    /** As lines for a terminal. */
    String text() {
        List<String> lines = new ArrayList<>();
        List<Integer> widths = widths();
        lines.add(line(header, widths));
        for (List<String> row : rows)
            lines.add(
                    row.size() == header.size()
                            ? line(row, widths)
                            : pad(row.get(0), widths.get(0)) + GAP + row.get(1));
        return String.join("\n", lines) + "\n";
    }

    /** As a table of Markdown. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(cells(header));
        lines.add(IntStream.range(0, header.size())
                .mapToObj(i -> i == 0 ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |")));
        for (List<String> row : rows) {
            List<String> full = new ArrayList<>(row);
            while (full.size() < header.size()) full.add("");
            lines.add(cells(full));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cells(List<String> row) {
        return row.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<Integer> widths() {
        return IntStream.range(0, header.size())
                .mapToObj(i -> IntStream.concat(
                                IntStream.of(header.get(i).length()),
                                rows.stream()
                                        .filter(row -> i == 0 || row.size() == header.size())
                                        .mapToInt(row -> row.get(i).length()))
                        .max()
                        .orElse(0))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder(pad(row.get(0), widths.get(0)));
        for (int i = 1; i < row.size(); i++)
            line.append(GAP)
                    .append(" ".repeat(widths.get(i) - row.get(i).length()))
                    .append(row.get(i));
        return line.toString().stripTrailing();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
