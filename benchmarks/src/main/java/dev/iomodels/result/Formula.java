package dev.iomodels.result;

import dev.iomodels.fetch.Failure;
import dev.iomodels.result.ForkResult.Measured;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;

/**
 * How a number comes of a fork's raw files; empty where it cannot be told honestly.
 *
 * @param percentile which one of a histogram it is, in %; 0 for what is no quantile
 */
record Formula(double percentile, BiFunction<Measured, Histograms, OptionalDouble> function) {

    /** The number of one fork. */
    OptionalDouble of(Measured fork, Histograms seen) {
        return function.apply(fork, seen);
    }

    /** What every fork can tell. */
    static Formula number(ToDoubleFunction<Measured> function) {
        return new Formula(0, (fork, seen) -> OptionalDouble.of(function.applyAsDouble(fork)));
    }

    /** What some forks cannot tell. */
    static Formula value(Function<Measured, OptionalDouble> function) {
        return new Formula(0, (fork, seen) -> function.apply(fork));
    }

    /** A count of what the fork took up; -1 if nobody can tell. */
    static Formula footprint(ToLongFunction<Footprint> count) {
        return value(fork -> Cost.known(count.applyAsLong(fork.footprint())));
    }

    /** A count of the stub's; -1 if nobody can tell. */
    static Formula connections(ToLongFunction<Connections> count) {
        return value(fork -> Cost.known(count.applyAsLong(fork.stub().connections())));
    }

    /** What an open loop can tell of its schedule. */
    static Formula arrived(ToDoubleFunction<Arrived> function) {
        return number(fork -> function.applyAsDouble(fork.arrived()));
    }

    /** A percentile of a histogram. */
    static Formula quantile(Function<Histograms, Histogram> of, double percentile) {
        return new Formula(
                percentile, (fork, seen) -> OptionalDouble.of(of.apply(seen).getValueAtPercentile(percentile)));
    }

    /** The largest value of a histogram. */
    static Formula largest(Function<Histograms, Histogram> of) {
        return new Formula(0, (fork, seen) -> OptionalDouble.of(of.apply(seen).getMaxValue()));
    }

    /** Answers, in % of what asked users ÷ mean delay would be (Little's law); empty without a delay. */
    static OptionalDouble ceilingPercent(Measured fork) {
        if (fork.meanDelayNanos() <= 0) return OptionalDouble.empty();
        return OptionalDouble.of(
                100 * fork.answers() / fork.seconds() * fork.meanDelayNanos() / 1e9 / fork.usersAsked());
    }

    /** How many times the least possible time a list took; empty without a delay, where that is nothing. */
    static OptionalDouble listOverLeast(Measured fork) {
        long least = fork.lists().leastNanos();
        return least > 0 ? OptionalDouble.of(fork.lists().meanNanos() / least) : OptionalDouble.empty();
    }

    /** All kinds together. */
    static double sum(Map<Failure, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
