package dev.iomodels.cli;

import dev.iomodels.load.Faults;
import dev.iomodels.plan.KnownJdks;
import dev.iomodels.plan.Plan;
import dev.iomodels.plan.Planner;
import dev.iomodels.plan.Preset;
import dev.iomodels.plan.Scenario;
import dev.iomodels.plan.Scenarios;
import dev.iomodels.plan.Terms;
import dev.iomodels.stub.Units;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is measured, and the plan that they make. */
final class PlanOptions {
    private static final int MOST_BLOCKS = 100;
    private static final long MOST_SEED = 999_999_999;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "",
            description = "smoke, quick, standard or publish (default: quick)")
    private String preset;

    @Option(
            names = "--scenario",
            paramLabel = "LIST",
            defaultValue = "",
            description =
                    "cpu, wait, crowd, scale, tail, drip, churn, list, or texts such as closed:200,delay=lognormal:20ms..200ms,size=16KiB, open:2000/s,poisson,delay=20ms or list:100,delay=50ms (default: cpu,wait; of capacity: tail)")
    private String scenario;

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            defaultValue = "",
            description =
                    "what goes wrong on purpose, and with how many pages: status:503, reset, reset:body, stall:2s, drip:20ms, close, chunked, such as reset@0.1%%+stall:2s@1%% (default: nothing)")
    private String faults;

    @Option(
            names = "--models",
            paramLabel = "LIST",
            defaultValue = "",
            description =
                    "IO models, such as thread-pool:200,selector, or all (default: those of the presets, and your own)")
    private String models;

    @Mixin
    private JdkOptions jdkOptions;

    @Mixin
    private TermsOptions termsOptions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "",
            description = "fixes the order of forks and pages (default: 1)")
    private String seed;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "",
            description = "forks per cell, 1 to 100 (default: the preset's)")
    private String blocks;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "",
            description = "as many forks per cell as fit into a time such as 30m; not of capacity")
    private String budget;

    @Option(
            names = "--pinned",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "",
            description =
                    "a fork more for each contender that needs virtual threads, which counts how often they were pinned and"
                            + " measures nothing (default: in presets standard and publish; not of capacity)")
    private String pinned;

    /**
     * What was asked for.
     *
     * @param why why its JDKs were chosen, for the reader
     * @param known the JDKs that there were to choose from
     */
    record Asked(Plan plan, String why, KnownJdks known) {}

    /** The plan that they make. @throws BadInput naming the option that cannot be meant */
    Asked asked() {
        return asked("cpu,wait");
    }

    /** The same with {@code usual} scenarios, unless others are asked for. */
    Asked asked(String usual) {
        long fixed = seed.isBlank() ? 1 : BadInput.parse("--seed", seed, PlanOptions::seed);
        Preset chosen = preset.isBlank() ? Preset.QUICK : BadInput.parse("--preset", preset, Preset::named);
        List<Scenario> scenarios =
                faulty(BadInput.parse("--scenario", scenario.isBlank() ? usual : scenario, Scenarios::parse));
        List<String> asked = models.isBlank()
                ? List.of()
                : Arrays.stream(models.split(",", -1)).map(String::strip).toList();
        int number = blocks(chosen);
        KnownJdks known = jdkOptions.known();
        JdkChoice jdks = jdkOptions.choice(known);
        Terms planned = Terms.with(jdks.stub()).over(termsOptions.tls()).with(termsOptions.ownCode());
        Plan plan = BadInput.parse(
                "--models",
                models,
                any -> Planner.plan(chosen, fixed, number, scenarios, asked, jdks.measured(), planned));
        Plan whole = pinned(chosen) ? plan.withPinned() : plan;
        Plan fitting = budget.isBlank() ? whole : BadInput.parse("--budget", budget, text -> fitting(whole, text));
        return new Asked(fitting.on(termsOptions.terms(jdks.stub())), jdks.why(), known);
    }

    /** A seed. @throws IllegalArgumentException if {@code text} is none */
    static long seed(String text) {
        return number(text, 0, MOST_SEED);
    }

    private boolean pinned(Preset chosen) {
        return switch (pinned.strip()) {
            case "" -> chosen.pinned();
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadInput("--pinned \"" + pinned + "\": true or false; try --pinned");
        };
    }

    private List<Scenario> faulty(List<Scenario> scenarios) {
        if (faults.isBlank()) return scenarios;
        Faults more = BadInput.parse("--faults", faults, Faults::parse);
        return BadInput.parse(
                "--faults",
                faults,
                any -> scenarios.stream().map(one -> one.with(more)).toList());
    }

    private int blocks(Preset chosen) {
        if (blocks.isBlank()) return chosen.blocks();
        if (!budget.isBlank())
            throw new BadInput("--budget \"" + budget + "\": says how many blocks there are, and so does --blocks \""
                    + blocks + "\"; leave one of them out, as in --budget 30m");
        return Math.toIntExact(BadInput.parse("--blocks", blocks, text -> number(text, 1, MOST_BLOCKS)));
    }

    /** As many blocks as fit; their number is fixed before anything is measured. */
    private static Plan fitting(Plan plan, String text) {
        Duration time = Duration.ofNanos(Units.parseDurationNanos(text));
        Duration besides = plan.estimate(plan.pinned());
        Duration one = plan.inBlocks(1).estimate(plan.inBlocks(1).forks()).minus(besides);
        long fit = time.minus(besides).dividedBy(one);
        if (fit >= 1) return plan.inBlocks((int) Math.min(fit, MOST_BLOCKS));
        throw new IllegalArgumentException("\"" + text + "\": one block, a fork of each of "
                + plan.cells().size() + " cells, takes about " + PlanText.minutes(one) + "; try --budget "
                + (one.toMinutes() + 1) + "m, or fewer --models, --jdks or scenarios");
    }

    private static long number(String text, long least, long most) {
        String complaint = "\"" + text + "\": a whole number from " + least + " to " + most + "; try 5";
        if (!text.matches("\\d{1,18}")) throw new IllegalArgumentException(complaint);
        long number = Long.parseLong(text);
        if (number < least || number > most) throw new IllegalArgumentException(complaint);
        return number;
    }
}
