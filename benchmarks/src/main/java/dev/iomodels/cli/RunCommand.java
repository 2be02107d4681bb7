package dev.iomodels.cli;

import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.report.Report;
import dev.iomodels.report.RunContents;
import dev.iomodels.report.TextReport;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.run.Preflight;
import dev.iomodels.run.Progress;
import dev.iomodels.run.Run;
import dev.iomodels.run.RunLock;
import dev.iomodels.trial.ParentWatch;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: measures, writes a run directory, and prints its tables. */
@Command(
        name = "run",
        description = "Measures how each IO model does, and writes the results.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final String EVERYTHING = "";
    private static final int MOST_BLOCKS = 100;
    private static final long MOST_SEED = 999_999_999;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "quick",
            description = "smoke, quick, standard or publish (default: quick)")
    private String preset;

    @Option(
            names = "--scenario",
            paramLabel = "LIST",
            defaultValue = EVERYTHING,
            description =
                    "cpu, wait, crowd, scale, or texts such as closed:200,delay=lognormal:20ms..200ms,size=16KiB (default: cpu,wait)")
    private String scenario;

    @Option(
            names = "--models",
            paramLabel = "LIST",
            defaultValue = EVERYTHING,
            description = "IO models, such as thread-pool:200,selector (default: all)")
    private String models;

    @Option(
            names = "--jdk",
            paramLabel = "HOME",
            defaultValue = "",
            description =
                    "the JDK to measure on (default: the one that runs this; without virtual threads, the newest known)")
    private String jdk;

    @Option(
            names = "--stub-jdk",
            paramLabel = "HOME",
            defaultValue = "",
            description = "the JDK that the stub runs on (default: the newest known)")
    private String stubJdk;

    @Option(
            names = "--toolchains",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Maven's list of JDKs (default: ~/.m2/toolchains.xml)")
    private String toolchains;

    @Option(
            names = "--stub",
            paramLabel = "URI",
            defaultValue = "",
            description = "a stub that runs already, such as http://127.0.0.1:8080 (default: the run starts one)")
    private String stub;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "where the run's directory is made (default: results)")
    private Path results;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "fixes the order of forks and pages (default: 1)")
    private String seed;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "",
            description = "forks per cell, 1 to 100 (default: the preset's)")
    private String blocks;

    @Option(names = "--hlog-intervals", description = "histogram logs hold each interval too, the warm-up's as well")
    private boolean eachInterval;

    @Option(names = "--dry-run", description = "prints the plan and measures nothing")
    private boolean dryRun;

    @Option(names = "--end-with-parent", hidden = true, description = "ends when the process that started it has died")
    private boolean endWithParent;

    @Override
    public Integer call() {
        if (endWithParent)
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> ParentWatch.whenDead(parent, () -> System.exit(Main.FAILED)));
        PrintWriter out = spec.commandLine().getOut();
        long fixed = BadInput.parse("--seed", seed, text -> number(text, 0, MOST_SEED));
        Preset chosen = BadInput.parse("--preset", preset, Preset::named);
        List<Scenario> scenarios =
                BadInput.parse("--scenario", scenario.isBlank() ? "cpu,wait" : scenario, Scenarios::parse);
        List<String> asked = models.isBlank()
                ? Planner.MODELS
                : Arrays.stream(models.split(",", -1)).map(String::strip).toList();
        JdkChoice jdks = JdkChoice.of(jdk, stubJdk, toolchains);
        Plan asIs = BadInput.parse(
                "--models",
                models,
                any -> Planner.plan(
                        chosen,
                        fixed,
                        blocks(chosen),
                        scenarios,
                        asked,
                        List.of(jdks.measured()),
                        Terms.with(jdks.stub())));
        String elsewhere = stub.isBlank()
                ? ""
                : BadInput.parse("--stub", stub, StubAddress::answering).toString();
        Plan plan = asIs.on(new Terms(Terms.JVM_ARGS, elsewhere, jdks.stub(), "", "", eachInterval));
        checkResults();
        List<String> lacks = Preflight.here().lacks(plan);
        if (!lacks.isEmpty()) throw new BadInput(String.join("\n", lacks));
        PlanText.print(plan, jdks, out);
        if (dryRun) return 0;
        return measure(new Run(plan, results, command()), out);
    }

    private int blocks(Preset chosen) {
        if (blocks.isBlank()) return chosen.blocks();
        return Math.toIntExact(BadInput.parse("--blocks", blocks, text -> number(text, 1, MOST_BLOCKS)));
    }

    private static long number(String text, long least, long most) {
        String complaint = "\"" + text + "\": a whole number from " + least + " to " + most + "; try 5";
        if (!text.matches("\\d{1,18}")) throw new IllegalArgumentException(complaint);
        long number = Long.parseLong(text);
        if (number < least || number > most) throw new IllegalArgumentException(complaint);
        return number;
    }

    private void checkResults() {
        Path there = results.toAbsolutePath();
        while (!Files.exists(there)) there = there.getParent();
        if (!Files.isDirectory(there) || !Files.isWritable(there))
            throw new BadInput("--results \"" + results + "\": nothing can be written there, because " + there
                    + " is no directory of yours; try --results results");
    }

    private static int measure(Run run, PrintWriter out) {
        RunContents contents = RunContents.of(carryOut(run, out));
        Report.writeAll(contents);
        out.println();
        out.print(TextReport.of(contents));
        out.println("Written to " + contents.directory().path() + " ["
                + contents.badge().text() + "]");
        out.flush();
        return contents.failed() ? Main.FAILED : 0;
    }

    private static RunDirectory carryOut(Run run, PrintWriter out) {
        try (Progress progress = ConsoleProgress.on(out)) {
            return run.carryOut(progress);
        } catch (RunLock.Taken e) {
            throw new BadInput(e.getMessage());
        }
    }

    private List<String> command() {
        return spec.commandLine().getParseResult().originalArgs();
    }
}
