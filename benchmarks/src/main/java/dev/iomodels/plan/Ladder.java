package dev.iomodels.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Absolute rates at which contenders are compared whose capacities are known: the same for all, so that nobody is measured
 * at a share of its own. Up to the slowest one's capacity everybody takes part, above it whoever keeps the rate.
 *
 * @param rates rising, in pages per second, with three figures
 */
public record Ladder(List<Double> rates) {
    private static final List<Double> OF_THE_SLOWEST = List.of(0.25, 0.5, 0.75, 0.9);
    private static final double OF_ONES_OWN = 0.9;

    /**
     * 25, 50, 75 and 90 % of {@code slowest}, the slowest concurrent contender's capacity; and 90 % of each of the {@code
     * capacities} above it, unless that is no further from the rate below than capacities can be told apart: {@code
     * resolution}.
     */
    public static Ladder of(double slowest, List<Double> capacities, double resolution) {
        List<Double> rates = new ArrayList<>();
        for (double share : OF_THE_SLOWEST) rates.add(Search.rounded(share * slowest));
        capacities.stream().sorted().forEach(capacity -> {
            double own = Search.rounded(OF_ONES_OWN * capacity);
            if (own > rates.get(rates.size() - 1) * (1 + resolution)) rates.add(own);
        });
        return new Ladder(rates.stream().distinct().toList());
    }

    /**
     * The contenders of {@code found}, a search, each at every rate up to its {@code capacity}: what {@code like}, a plan of
     * anything, has of preset, seed and blocks holds.
     */
    public Plan plan(Plan found, Function<Contender, OptionalDouble> capacity, Plan like) {
        Search search = found.search().orElseThrow();
        List<Cell> cells = new ArrayList<>();
        for (double rate : rates) {
            List<Cell> able = found.cells().stream()
                    .filter(cell -> cell.skip().isEmpty() && !cell.contender().control())
                    .filter(cell -> capacity.apply(cell.contender()).orElse(0) >= rate)
                    .map(cell -> new Cell(scenario(search, rate, cell.scenario(), like), cell.contender(), ""))
                    .toList();
            cells.addAll(able);
            if (like.preset().control())
                able.stream()
                        .findFirst()
                        .map(cell -> new Cell(cell.scenario(), cell.contender().again(), ""))
                        .ifPresent(cells::add);
        }
        return new Plan(like.preset(), like.seed(), like.blocks(), found.delta(), found.terms(), List.copyOf(cells));
    }

    private static Scenario scenario(Search search, double rate, Scenario template, Plan like) {
        return search.at(rate, template.named("ladder"), like.preset().iterations());
    }
}
