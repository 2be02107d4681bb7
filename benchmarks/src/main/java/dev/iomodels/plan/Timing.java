package dev.iomodels.plan;

import java.time.Duration;

/**
 * How long a fork does what: first hot, then warm-up iterations, then the iterations that count. Where an iteration is a list,
 * it takes as long as that does, and the fork rests before it.
 *
 * @param hot the longest that the hot phase takes
 */
public record Timing(Duration hot, int warmups, Duration warmup, int iterations, Duration iteration) {
    /** Before each list: what the one before has left to do is done then, and whoever watches has taken a reading. */
    public static final Duration REST = Duration.ofMillis(200);

    private static final Duration START_AND_END = Duration.ofSeconds(3);

    /** About how long a fork of {@code scenario} takes, start and end included. */
    public Duration estimate(Scenario scenario) {
        return estimate(scenario, Integer.MAX_VALUE);
    }

    /** The same of one that can have so many pages in flight: a list takes the longer, the fewer they are. */
    Duration estimate(Scenario scenario, int limit) {
        return START_AND_END
                .plus(hot.dividedBy(3))
                .plusNanos(2 * scenario.longestNanos())
                .plus(measuring(scenario, limit));
    }

    /**
     * After which time a fork has to be over, or is failed: what it should take, twice, and two minutes; of a list, what it
     * should take if one page came after another.
     */
    public Duration limit(Scenario scenario) {
        return hot.plus(measuring(scenario, 1))
                .multipliedBy(2)
                .plusNanos(20 * scenario.longestNanos())
                .plusMinutes(2);
    }

    /** The same with a single iteration that counts. */
    Timing once() {
        return new Timing(hot, warmups, warmup, 1, iteration);
    }

    private Duration measuring(Scenario scenario, int limit) {
        if (scenario.list()) return REST.plus(scenario.listTime(limit)).multipliedBy(warmups + iterations);
        return warmup.multipliedBy(warmups).plus(iteration.multipliedBy(iterations));
    }
}
