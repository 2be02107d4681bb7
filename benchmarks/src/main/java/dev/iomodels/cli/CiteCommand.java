package dev.iomodels.cli;

import dev.iomodels.fetch.Suggestion;
import dev.iomodels.plan.Cell;
import dev.iomodels.report.CapacityCitation;
import dev.iomodels.report.CapacityId;
import dev.iomodels.report.Citation;
import dev.iomodels.report.Objections;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.NumberId;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import dev.iomodels.stats.CellNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cite}: says one number with everything that belongs to it, or why it must not be quoted. */
@Command(
        name = "cite",
        description = "Prints a number with its interval, conditions, machine and checksum, in a sentence to quote.",
        mixinStandardHelpOptions = true)
final class CiteCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "markdown");

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "RUN/SCENARIO/CONTENDER/METRIC, such as 2026-11-22T150300Z-quick/wait/virtual-thread@25/p99; "
                    + "RUN may be the path of a run's directory")
    private String id;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "text",
            description = "text or markdown (default: text)")
    private String format;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "where the runs are (default: results)")
    private Path results;

    @Override
    public Integer call() {
        if (!FORMATS.contains(format))
            throw new BadInput("--format \"" + format + "\": no such format; there are " + String.join(", ", FORMATS)
                    + "; try markdown" + Suggestion.of(format, FORMATS));
        Optional<CapacityId> capacity = CapacityId.parse(id);
        if (capacity.isPresent()) return capacity(capacity.get());
        NumberId number = BadInput.parse("ID", id, NumberId::parse);
        RunDirectory directory = new RunDirectory(find(number.run()));
        try {
            return cite(number, directory);
        } catch (Unreadable e) {
            return refuse(number, List.of(e.getMessage()));
        }
    }

    private int cite(NumberId number, RunDirectory directory) {
        RunDirectory.open(directory.path());
        RunContents run = RunContents.of(directory);
        Cell of = BadInput.parse("ID", id, text -> number.cell(run.record().plan()));
        CellNumbers cell = run.cells().stream()
                .filter(one -> one.cell().equals(of))
                .findFirst()
                .orElseThrow();
        List<String> reasons = Objections.against(run, cell, number.metric());
        if (!reasons.isEmpty()) return refuse(number, reasons);
        Citation citation = new Citation(run, cell, number.metric());
        return say(citation.text(), citation.markdown());
    }

    private int capacity(CapacityId number) {
        Path path = find(number.run());
        try {
            RunContents run = RunContents.of(RunDirectory.open(path));
            CapacityCitation citation = BadInput.parse("ID", id, any -> new CapacityCitation(run, number));
            List<String> reasons = citation.objections();
            return reasons.isEmpty() ? say(citation.text(), citation.markdown()) : refuse(number, reasons);
        } catch (Unreadable e) {
            return refuse(number, List.of(e.getMessage()));
        }
    }

    private int say(String text, String markdown) {
        spec.commandLine().getOut().println(format.equals("markdown") ? markdown : text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int refuse(Object number, List<String> reasons) {
        for (String reason : reasons) spec.commandLine().getErr().println("not to be cited: " + number + ": " + reason);
        spec.commandLine().getErr().flush();
        return Main.FAILED;
    }

    private Path find(String run) {
        Path named = BadInput.parse("ID", run, results::resolve);
        if (Files.isDirectory(named)) return named;
        Path path = BadInput.parse("ID", run, Path::of);
        if (Files.isDirectory(path)) return path;
        List<String> runs = runs();
        throw new BadInput("ID \"" + id + "\": \"" + run + "\": no such run in " + results + "; "
                + (runs.isEmpty() ? "there is none" : "there are " + String.join(", ", runs)) + Suggestion.of(run, runs)
                + "; --results DIR looks elsewhere");
    }

    private List<String> runs() {
        try (Stream<Path> entries = Files.list(results)) {
            return entries.filter(entry -> Files.exists(entry.resolve("run.json")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
