package dev.iomodels.plan;

import dev.iomodels.load.Load;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a capacity run looks for: the highest rate at which each contender keeps a target.
 *
 * @param lowest the lowest rate that is tried, in pages per second
 * @param highest the highest
 * @param resolution how far each rate is above the one below it, as a share: 0.05
 */
public record Search(Target target, double lowest, double highest, double resolution) {
    /** How far rates are apart unless something else is asked for. */
    public static final double RESOLUTION = 0.05;

    private static final double FINEST = 0.02;
    private static final double COARSEST = 0.5;
    private static final int FIGURES = 3;

    public Search {
        Objects.requireNonNull(target, "no target");
        lowest = rounded(lowest);
        highest = rounded(highest);
        if (!(resolution >= FINEST && resolution <= COARSEST))
            throw new IllegalArgumentException("\"" + resolution + "\": rates are 2% to 50% apart; try 5%");
        if (!(lowest >= 1 && highest > lowest))
            throw new IllegalArgumentException("\"" + plain(highest) + "/s\": the highest rate is above the lowest, "
                    + plain(lowest) + "/s, which is 1/s at the least; try 20000/s");
    }

    /** {@code rate} with three figures, as all rates of searches and ladders are. */
    public static double rounded(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) return rate;
        return new BigDecimal(rate)
                .round(new MathContext(FIGURES, RoundingMode.HALF_UP))
                .doubleValue();
    }

    /** {@code 1230}, {@code 12.3}: a rate in names. */
    public static String plain(double rate) {
        return Double.isFinite(rate)
                ? BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString()
                : Double.toString(rate);
    }

    /** All rates that may be tried, rising, the same for all contenders: each {@code 1 + resolution} times the one below it, rounded. */
    public List<Double> rates() {
        List<Double> rates = new ArrayList<>();
        for (double exact = lowest; rounded(exact) < highest; exact *= 1 + resolution) rates.add(rounded(exact));
        rates.add(highest);
        return List.copyOf(rates);
    }

    /** The scenario that all forks of a search have but for the rate: at the lowest one, called {@code name}, and else like {@code like}, which is open. */
    public Scenario template(String name, Scenario like) {
        Load.Open open = (Load.Open) like.load();
        return Scenario.of(
                name, new Load.Open(lowest, open.poisson(), open.inFlight()), like.delay(), like.size(), like.faults());
    }

    /**
     * The scenario of a fork at {@code rate}, otherwise like {@code template}: its {@code iterations} are as long as a
     * hundred pages beyond the target's quantile take.
     */
    public Scenario at(double rate, Scenario template, int iterations) {
        Load.Open open = (Load.Open) template.load();
        Duration pages = Duration.ofMillis((long) Math.ceil(1_000 * target.pages() / rate / iterations));
        Duration iteration = pages.compareTo(template.iteration()) > 0 ? pages : template.iteration();
        return new Scenario(
                template.name() + "-" + plain(rate),
                new Load.Open(rate, open.poisson(), open.inFlight()),
                template.delay(),
                template.size(),
                template.warmup(),
                iteration,
                template.faults());
    }
}
