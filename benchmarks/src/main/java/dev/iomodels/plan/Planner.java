package dev.iomodels.plan;

import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.OwnModels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a plan out of what was asked for: every model's argument filled in, every cell that cannot run named. */
public final class Planner {
    /** What a preset runs: the models that differ most, the pool that servers ship with, and the pool with a thread for each user. */
    public static final List<String> MODELS = List.of(
            "noop",
            "blocking",
            "thread-pool:200",
            "thread-pool",
            "process-pool",
            "virtual-thread",
            "selector",
            "raw-selector");

    /** Stands for {@link #MODELS} and every other model there is. */
    public static final String ALL = "all";

    private static final String WITHOUT_NETWORK = "noop";

    private Planner() {}

    /**
     * The plan for these scenarios, models and JDKs, on equal {@code terms}. Without models: {@link #MODELS} and the user's own.
     *
     * @throws IllegalArgumentException if a model or its argument is not one, or nothing is left to measure
     */
    public static Plan plan(
            Preset preset,
            long seed,
            int blocks,
            List<Scenario> scenarios,
            List<String> models,
            List<Jdk> jdks,
            Terms terms) {
        try (OwnModels known = OwnModels.on(terms.ownModels())) {
            return new Plan(
                    preset,
                    seed,
                    blocks,
                    Plan.DELTA,
                    terms,
                    cells(preset, scenarios, asked(models, known), jdks, terms, known));
        }
    }

    private static List<String> asked(List<String> models, OwnModels known) {
        List<String> asked = new ArrayList<>();
        for (String model : models.isEmpty() ? MODELS : models) {
            if (!model.equals(ALL)) {
                asked.add(model);
                continue;
            }
            asked.addAll(MODELS);
            known.all().stream()
                    .map(IoModel::name)
                    .filter(name ->
                            MODELS.stream().noneMatch(usual -> nameOf(usual).equals(name)))
                    .forEach(asked::add);
        }
        if (models.isEmpty()) known.own().stream().map(IoModel::name).forEach(asked::add);
        return asked;
    }

    private static List<Cell> cells(
            Preset preset,
            List<Scenario> scenarios,
            List<String> models,
            List<Jdk> jdks,
            Terms terms,
            OwnModels known) {
        List<Cell> cells = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Set<Contender> contenders = new LinkedHashSet<>();
            Set<String> slugs = new LinkedHashSet<>();
            for (String asked : models)
                for (Jdk jdk : jdks) {
                    Contender contender = contender(asked, scenario, jdk, known);
                    if (contender.model().equals(WITHOUT_NETWORK)
                            && (scenario.waits() || scenario.faults().any())) continue;
                    if (slugs.add(contender.slug())) contenders.add(contender);
                }
            List<Contender> entered = new ArrayList<>(contenders);
            if (preset.control())
                entered.stream()
                        .filter(contender -> controls(contender, terms, known))
                        .findFirst()
                        .map(Contender::again)
                        .ifPresent(entered::add);
            for (Contender contender : entered) cells.add(new Cell(scenario, contender, skip(contender, terms, known)));
        }
        if (cells.isEmpty())
            throw new IllegalArgumentException(
                    "nothing to measure: noop fetches nothing that could wait or go wrong, so it runs in "
                            + "scenarios without a delay and faults only; try --scenario cpu");
        if (cells.stream().noneMatch(cell -> cell.skip().isEmpty()))
            throw new IllegalArgumentException("nothing to measure: "
                    + cells.stream().map(Cell::skip).distinct().collect(Collectors.joining("; "))
                    + "; try one that can, such as --models selector");
        return List.copyOf(cells);
    }

    /** The contenders of {@code plan} as they were asked for, in other scenarios, and all else as it is. */
    public static Plan elsewhere(Plan plan, List<Scenario> scenarios) {
        List<String> models = plan.cells().stream()
                .map(cell -> cell.contender().asked())
                .distinct()
                .toList();
        return plan(plan.preset(), plan.seed(), plan.blocks(), scenarios, models, plan.jdks(), plan.terms());
    }

    private static Contender contender(String asked, Scenario scenario, Jdk jdk, OwnModels known) {
        int colon = asked.indexOf(':');
        IoModel model = known.named(nameOf(asked));
        String argument = colon < 0 ? "" : asked.substring(colon + 1);
        if (colon >= 0 && argument.isEmpty())
            throw new IllegalArgumentException("\"" + asked + "\": nothing after the colon; try " + model.name());
        return new Contender(
                model.name(), model.resolve(argument, scenario.load().inFlight()), asked, jdk, false);
    }

    private static String nameOf(String asked) {
        int colon = asked.indexOf(':');
        return colon < 0 ? asked : asked.substring(0, colon);
    }

    private static boolean controls(Contender contender, Terms terms, OwnModels known) {
        return !contender.model().equals(WITHOUT_NETWORK)
                && skip(contender, terms, known).isEmpty();
    }

    private static String skip(Contender contender, Terms terms, OwnModels known) {
        IoModel model = known.named(contender.model());
        if (terms.tls() && !model.tls()) return contender.model() + " cannot fetch over TLS";
        int minimum = model.minimumJdk();
        if (contender.jdk().feature() >= minimum) return "";
        return contender.model() + " needs JDK " + minimum + ", this is JDK "
                + contender.jdk().label();
    }
}
