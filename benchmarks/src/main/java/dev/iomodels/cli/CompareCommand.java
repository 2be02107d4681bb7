package dev.iomodels.cli;

import dev.iomodels.report.Comparisons;
import dev.iomodels.report.Incomparable;
import dev.iomodels.report.RunContents;
import dev.iomodels.result.Differences;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Unreadable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: which differences are real, within one run or between two. */
@Command(
        name = "compare",
        description = "Says which differences are real: between the contenders of a run, or between two runs.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..2",
            description =
                    "a run's directory, such as results/2026-11-22T150300Z-quick; of two, the first is the baseline")
    private List<String> runs;

    @Option(
            names = "--baseline",
            paramLabel = "MODEL",
            defaultValue = "",
            description = "the model that others are held against (default: the first thread-pool)")
    private String baseline;

    @Option(
            names = "--variable",
            paramLabel = "FIELD",
            description = "something that must be equal in two runs, but is what you want to compare, such as jvm-args")
    private List<String> variables = List.of();

    @Mixin
    private ComparisonView view;

    @Option(
            names = "--fail-if-slower",
            paramLabel = "PERCENT",
            defaultValue = "",
            description =
                    "ends with status 1 where something is worse than its baseline by more than this, such as 5%%")
    private String slower;

    @Override
    public Integer call() {
        OptionalDouble share = slower.isBlank()
                ? OptionalDouble.empty()
                : OptionalDouble.of(BadInput.parse("--fail-if-slower", slower, CompareCommand::share));
        if (runs.size() > 2)
            throw new BadInput(
                    "RUN \"" + runs.get(2) + "\": one run or two; try compare " + runs.get(0) + " " + runs.get(1));
        view.check(runs);
        List<RunContents> all = runs.stream().map(CompareCommand::read).toList();
        Comparisons comparisons = comparisons(all);
        view.show(all, comparisons, spec.commandLine().getOut());
        return share.isPresent() ? judge(comparisons, share.getAsDouble()) : 0;
    }

    private Comparisons comparisons(List<RunContents> all) {
        if (all.size() == 2 && all.get(0).record().equals(all.get(1).record()))
            throw new BadInput(
                    "RUN \"" + runs.get(1) + "\": the same run twice; for its contenders try compare " + runs.get(0));
        for (int i = 0; i < all.size(); i++)
            if (all.get(i).record().plan().search().isPresent())
                throw new BadInput(
                        "RUN \"" + runs.get(i) + "\": a search, whose contenders were measured at rates of their"
                                + " own; to compare them at the same rates, try run --ladder " + runs.get(i));
        if (all.size() == 1 && !variables.isEmpty())
            throw new BadInput(
                    "--variable \"" + variables.get(0) + "\": one run has one set of conditions; it takes two "
                            + "runs, such as compare results/A results/B --variable jvm-args");
        try {
            return BadInput.parse(
                    "--baseline",
                    baseline,
                    name -> all.size() == 1
                            ? Comparisons.within(all.get(0), name)
                            : Comparisons.between(all.get(0), all.get(1), variables(all), name));
        } catch (Incomparable e) {
            throw new BadInput(e.getMessage());
        }
    }

    /** The fields that were named, each one in which the runs do differ. */
    private Set<String> variables(List<RunContents> all) {
        List<String> fields = Differences.between(
                        all.get(0).record(), all.get(1).record())
                .stream()
                .filter(difference -> difference.refuses())
                .map(difference -> difference.field())
                .toList();
        for (String name : variables)
            if (!fields.contains(name))
                throw new BadInput(
                        "--variable \"" + name + "\": nothing that must be equal and differs between these runs; "
                                + (fields.isEmpty()
                                        ? "they differ in nothing of the kind: leave it out"
                                        : "they differ in " + String.join(", ", fields) + "; try --variable \""
                                                + fields.get(0) + "\""));
        return new LinkedHashSet<>(variables);
    }

    private int judge(Comparisons comparisons, double share) {
        // A check that cannot fail would be taken for one that was passed.
        if (!comparisons.speaks())
            throw new BadInput("--fail-if-slower \"" + slower
                    + "\": nothing here has the five forks that a verdict needs; try run --preset standard");
        List<String> worse = comparisons.worseBy(share);
        for (String line : worse) spec.commandLine().getErr().println("worse by more than " + percent() + ": " + line);
        for (String line : comparisons.unjudged()) spec.commandLine().getErr().println("not judged: " + line);
        spec.commandLine().getErr().flush();
        return worse.isEmpty() ? 0 : Main.FAILED;
    }

    private String percent() {
        return slower.replace("%", "").strip() + " %";
    }

    private static double share(String text) {
        String number = text.strip().replaceFirst("\\s*%$", "");
        if (number.matches("\\d{1,3}(\\.\\d{1,3})?")) {
            double percent = Double.parseDouble(number);
            if (percent > 0) return percent / 100;
        }
        throw new IllegalArgumentException("\"" + text + "\": a number of percent above 0 and below 1000; try 5%");
    }

    private static RunContents read(String run) {
        RunDirectory directory = RunArgument.open("RUN", run, RunArgument.RESULTS);
        try {
            return RunContents.of(directory);
        } catch (Unreadable e) {
            throw RunArgument.unreadable("RUN", run, e);
        }
    }
}
