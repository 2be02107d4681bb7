package dev.iomodels.cli;

import dev.iomodels.fetch.Suggestion;
import dev.iomodels.report.ComparisonCsv;
import dev.iomodels.report.ComparisonText;
import dev.iomodels.report.Comparisons;
import dev.iomodels.report.HtmlReport;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.AtomicFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How a comparison is to be seen, and where: printed, or as a file. */
final class ComparisonView {
    private static final String HTML = "html";
    private static final List<String> FORMATS = List.of("text", "md", "csv", HTML);

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text, md, csv, or html: a page with charts (default: text)")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "",
            description = "a file to write instead of printing, such as comparison.html")
    private String out;

    /** Before anything is read. @throws BadInput naming what cannot be meant */
    void check(List<String> runs) {
        if (!FORMATS.contains(format))
            throw new BadInput("--format \"" + format + "\": no such format; there are " + String.join(", ", FORMATS)
                    + "; try text" + Suggestion.of(format, FORMATS));
        if (!out.isBlank()) file();
        if (format.equals(HTML) && runs.size() == 1)
            throw new BadInput("--format \"html\": one run has its page in its directory: " + runs.get(0)
                    + "/report.html; of two runs, try compare A B --format html --out comparison.html");
    }

    private Path file() {
        Path path = BadInput.parse("--out", out, Path::of);
        if (Files.isDirectory(path))
            throw new BadInput("--out \"" + out + "\": a directory; it takes a file, such as comparison.html");
        Path into = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(into))
            throw new BadInput("--out \"" + out + "\": no directory " + into + "; try --out comparison.html");
        return path;
    }

    /** Writes the comparison of {@code runs}, a file whole or not at all. */
    void show(List<RunContents> runs, Comparisons comparisons, PrintWriter printed) {
        String text = text(runs, comparisons);
        if (!out.isBlank()) {
            AtomicFile.write(file(), text);
            return;
        }
        printed.print(text);
        printed.flush();
    }

    private String text(List<RunContents> runs, Comparisons comparisons) {
        return switch (format) {
            case "md" -> ComparisonText.markdown(comparisons);
            case "csv" -> ComparisonCsv.text(comparisons);
            case HTML -> HtmlReport.of(runs.get(0), runs.get(1), comparisons);
            default -> ComparisonText.text(comparisons);
        };
    }
}
