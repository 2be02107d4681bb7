package dev.iomodels.stats;

import dev.iomodels.plan.SearchPath.Found;
import dev.iomodels.plan.SearchPath.State;
import java.util.List;
import java.util.OptionalDouble;

/** The highest rate at which a contender keeps a target, as far as the blocks of a search tell, in pages per second. */
public sealed interface Capacity {

    /**
     * What {@code blocks} of one contender tell. A block that is broken or not over tells nothing; of {@code highest} and
     * {@code lowest}, the bounds of the search, one stands in for what lies beyond them.
     */
    static Capacity of(List<Found> blocks, double lowest, double highest) {
        List<Found> over =
                blocks.stream().filter(block -> block.state() == State.OVER).toList();
        if (over.isEmpty()) return new Unknown();
        if (over.stream().anyMatch(block -> block.kept().isEmpty()))
            return new Below(
                    over.stream()
                            .mapToDouble(block -> block.missed().orElse(highest))
                            .max()
                            .orElseThrow(),
                    over.size());
        if (over.stream().anyMatch(block -> block.missed().isEmpty()))
            return new AtLeast(
                    over.stream()
                            .mapToDouble(block -> block.kept().orElse(lowest))
                            .min()
                            .orElseThrow(),
                    over.size());
        return Known.of(over);
    }

    /**
     * Every block has a highest rate that was kept and a lowest that was missed, next to each other. A block's value is their
     * geometric mean.
     *
     * @param values the blocks', in their order
     * @param estimate of them
     * @param half the factor from that mean to the rate that was kept or missed, the largest of all blocks: no repetition
     *     makes the search finer than this
     */
    record Known(List<Double> values, Estimate estimate, double half) implements Capacity {
        private static Known of(List<Found> blocks) {
            List<Double> values = blocks.stream()
                    .map(block -> Math.sqrt(
                            block.kept().getAsDouble() * block.missed().getAsDouble()))
                    .toList();
            double half = blocks.stream()
                    .mapToDouble(block -> Math.sqrt(
                            block.missed().getAsDouble() / block.kept().getAsDouble()))
                    .max()
                    .orElseThrow();
            return new Known(values, Estimate.of(values), half);
        }

        /** The factor by which the 95 % interval reaches either way: that of the estimate, times {@link #half}. Empty below three blocks. */
        public OptionalDouble factor() {
            return estimate.factor().isPresent()
                    ? OptionalDouble.of(estimate.factor().getAsDouble() * half)
                    : OptionalDouble.empty();
        }
    }

    /**
     * In some block the target was kept up to the highest rate that was tried.
     *
     * @param rate that every block kept
     */
    record AtLeast(double rate, int blocks) implements Capacity {}

    /**
     * In some block the target was missed at the lowest rate that was tried already.
     *
     * @param rate that every block missed, or came close to missing: no block's capacity is above it
     */
    record Below(double rate, int blocks) implements Capacity {}

    /** No block is over. */
    record Unknown() implements Capacity {}
}
