package dev.iomodels.plan;

import java.time.Duration;

/**
 * How long a fork does what: first hot, then warm-up iterations, then the iterations that count.
 *
 * @param hot the longest that the hot phase takes
 */
public record Timing(Duration hot, int warmups, Duration warmup, int iterations, Duration iteration) {
    private static final Duration START_AND_END = Duration.ofSeconds(3);

    /** About how long a fork of {@code scenario} takes, start and end included. */
    public Duration estimate(Scenario scenario) {
        return START_AND_END
                .plus(hot.dividedBy(3))
                .plusNanos(2 * scenario.longestNanos())
                .plus(measuring());
    }

    /** After which time a fork has to be over, or is failed: what it should take, twice, and two minutes. */
    public Duration limit(Scenario scenario) {
        return hot.plus(measuring())
                .multipliedBy(2)
                .plusNanos(20 * scenario.longestNanos())
                .plusMinutes(2);
    }

    /** The same with a single iteration that counts. */
    Timing once() {
        return new Timing(hot, warmups, warmup, 1, iteration);
    }

    private Duration measuring() {
        return warmup.multipliedBy(warmups).plus(iteration.multipliedBy(iterations));
    }
}
