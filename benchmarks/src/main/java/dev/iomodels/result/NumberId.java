package dev.iomodels.result;

import dev.iomodels.fetch.Suggestion;
import dev.iomodels.plan.Cell;
import dev.iomodels.plan.Plan;
import java.util.Arrays;
import java.util.List;

/**
 * The id of a number, by which it is quoted: {@code 2026-11-22T150300Z-quick/wait/virtual-thread@25/p99}.
 *
 * @param run the run's id; as typed it may be the path of the run's directory
 * @param scenario the scenario's name
 * @param contender the contender's slug
 */
public record NumberId(String run, String scenario, String contender, Metric metric) {
    private static final int PARTS = 4;
    private static final String EXAMPLE = "2026-11-22T150300Z-quick/wait/virtual-thread@25/p99";

    /** The id of {@code metric} of {@code cell} in a run. */
    public static NumberId of(RunRecord run, Cell cell, Metric metric) {
        return new NumberId(run.id(), cell.scenario().name(), cell.contender().slug(), metric);
    }

    /** Reads an id. @throws IllegalArgumentException saying what is wrong with it, what there is, and an example */
    public static NumberId parse(String text) {
        String[] parts = text.split("/", -1);
        int metric = parts.length - 1;
        if (parts.length < PARTS || Arrays.stream(parts).skip(metric - 2).anyMatch(String::isBlank))
            throw new IllegalArgumentException("\"" + text
                    + "\": no id of a number; it takes RUN/SCENARIO/CONTENDER/METRIC, such as " + EXAMPLE
                    + "; summary.csv has them all");
        String run = String.join("/", Arrays.asList(parts).subList(0, metric - 2));
        try {
            return new NumberId(run, parts[metric - 2], parts[metric - 1], Metric.named(parts[metric]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\": \"" + parts[metric] + "\": " + e.getMessage(), e);
        }
    }

    /** The cell that it is about. @throws IllegalArgumentException if {@code plan} has no such cell, naming those it has */
    public Cell cell(Plan plan) {
        List<Cell> there = plan.cells().stream()
                .filter(cell -> cell.scenario().name().equals(scenario))
                .toList();
        if (there.isEmpty())
            throw none(
                    "scenario",
                    scenario,
                    plan.scenarios().stream().map(one -> one.name()).toList());
        return there.stream()
                .filter(cell -> cell.contender().slug().equals(contender))
                .findFirst()
                .orElseThrow(() -> none(
                        "contender",
                        contender,
                        there.stream().map(cell -> cell.contender().slug()).toList()));
    }

    private IllegalArgumentException none(String what, String name, List<String> choices) {
        return new IllegalArgumentException("\"" + this + "\": \"" + name + "\": no such " + what
                + " in this run; there are " + String.join(", ", choices) + Suggestion.of(name, choices));
    }

    @Override
    public String toString() {
        return run + "/" + scenario + "/" + contender + "/" + metric.id();
    }
}
