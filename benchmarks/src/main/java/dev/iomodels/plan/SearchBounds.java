package dev.iomodels.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a search may take, worked out before it begins.
 *
 * @param leastForks if all blocks agree, and the thresholds lie where they are found the soonest
 * @param mostForks if no block agrees with another, and nothing could lie worse
 * @param least about how long the forks take at the least
 * @param most about how long at the most
 */
public record SearchBounds(long leastForks, long mostForks, Duration least, Duration most) {

    /** The cost of a whole search for one contender. */
    private record Range(long least, long most) {}

    /** Those of {@code plan}. */
    public static SearchBounds of(Plan plan) {
        List<Cell> contenders =
                plan.cells().stream().filter(cell -> cell.skip().isEmpty()).toList();
        if (contenders.isEmpty()) return new SearchBounds(0, 0, Duration.ZERO, Duration.ZERO);
        Search search = plan.search().orElseThrow();
        Scenario template = contenders.get(0).scenario();
        long[] nanos = search.rates().stream()
                .map(rate -> search.at(rate, template, plan.preset().iterations()))
                .mapToLong(one -> plan.preset().timing(one).estimate(one).toNanos())
                .toArray();
        long[] ones = new long[nanos.length];
        Arrays.fill(ones, 1);
        int off = SearchPath.mostOff(search);
        Range forks = range(ones, plan.blocks(), off);
        Range time = range(nanos, plan.blocks(), off);
        int number = contenders.size();
        return new SearchBounds(
                number * forks.least,
                number * forks.most,
                Duration.ofNanos(number * time.least),
                Duration.ofNanos(number * time.most));
    }

    private static Range range(long[] cost, int blocks, int off) {
        long least = Long.MAX_VALUE;
        long mostOfFirst = 0;
        long mostOfOthers = 0;
        for (int threshold = 0; threshold <= cost.length; threshold++) {
            long first = cost(Bracket.of(cost.length), threshold, cost);
            long agreeing = Long.MAX_VALUE;
            for (int start = 0; start < cost.length; start++) {
                long other = cost(Bracket.near(cost.length, start, off), threshold, cost);
                mostOfOthers = Math.max(mostOfOthers, other);
                if (Math.abs(start - Math.max(0, threshold - 1)) <= off) agreeing = Math.min(agreeing, other);
            }
            mostOfFirst = Math.max(mostOfFirst, first);
            least = Math.min(least, first + (blocks - 1) * agreeing);
        }
        return new Range(least, mostOfFirst + (blocks - 1) * mostOfOthers);
    }

    /** What it costs to find that {@code threshold} rates are kept. */
    private static long cost(Bracket from, int threshold, long[] cost) {
        long sum = 0;
        for (Bracket bracket = from; bracket.next().isPresent(); ) {
            int tried = bracket.next().getAsInt();
            sum += cost[tried];
            bracket = bracket.after(tried < threshold);
        }
        return sum;
    }
}
