package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import java.nio.file.Path;
import java.util.Set;

/** {@code summary.md}: the tables, what they were measured on, and the limits of each contender. */
final class MarkdownReport implements Report {
    private static final Set<String> CODE = Set.of("flags of every fork", "command");

    @Override
    public void write(RunContents run, Path into) {
        AtomicFile.write(into.resolve("summary.md"), text(run));
    }

    private static String text(RunContents run) {
        StringBuilder text = new StringBuilder(
                "# " + run.record().id() + "\n\n**" + run.badge().text() + "**\n");
        for (Section table : Section.of(run)) {
            text.append("\n## ")
                    .append(table.title())
                    .append("\n\n")
                    .append(table.table().markdown());
            table.more().forEach(one -> text.append('\n').append(one.markdown()));
            if (!table.notes().isEmpty())
                text.append("\n```\n").append(String.join("\n", table.notes())).append("\n```\n");
            limits(run, table, text);
        }
        if (!TextReport.ofTheRun(run).isEmpty())
            text.append("\n```\n")
                    .append(String.join("\n", TextReport.ofTheRun(run)))
                    .append("\n```\n");
        text.append("\n## How to read it\n\n");
        TextReport.legend(run).forEach(line -> text.append("- ").append(line).append('\n'));
        citing(run, text);
        environment(run, text);
        return text.toString();
    }

    private static void limits(RunContents run, Section table, StringBuilder text) {
        text.append('\n');
        for (var cell : table.cells())
            cell.example()
                    .filter(fork -> !fork.limits().isEmpty())
                    .ifPresent(fork -> text.append("- `")
                            .append(cell.cell().contender().slug())
                            .append("`: ")
                            .append(fork.limits())
                            .append("; bytes are ")
                            .append(fork.allocationCounter())
                            .append('\n'));
    }

    private static void citing(RunContents run, StringBuilder text) {
        text.append("\n## How to cite\n\n")
                .append("Every number has an id, `")
                .append(run.record().id())
                .append(
                        "/SCENARIO/CONTENDER/METRIC`: the first column of `summary.csv`. `java -jar benchmarks.jar cite ID`")
                .append(" says the number with everything that belongs to it, or why it cannot be cited;")
                .append(" `verify RUN` makes every number again from the raw files.\n");
    }

    private static void environment(RunContents run, StringBuilder text) {
        text.append("\n## Where and how\n\n");
        RunFacts.of(run)
                .forEach((name, fact) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(CODE.contains(name) ? "`" + fact + "`" : fact)
                        .append('\n'));
    }
}
