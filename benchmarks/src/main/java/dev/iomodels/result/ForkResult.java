package dev.iomodels.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.iomodels.fetch.Failure;
import dev.iomodels.load.Load;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** How one fork ended: its {@code .json}. Being saturated, failing and being skipped are results too. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ForkResult.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = ForkResult.Saturated.class, name = "saturated"),
    @JsonSubTypes.Type(value = ForkResult.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = ForkResult.Skipped.class, name = "skipped")
})
public sealed interface ForkResult {

    /**
     * It measured.
     *
     * @param jvm what it really ran on
     * @param limits what the model's nature and settings limit, in a line
     * @param usersAsked how many users the scenario has; in an open loop, how many pages it allows in flight; of a list, its pages
     * @param usersStarted how many of them the model can have in flight
     * @param meanDelayNanos mean delay of the page table, stalls and drips included
     * @param maxDelayNanos longest delay of the page table, the same
     * @param hotPages how many pages the hot phase fetched
     * @param earlyPages pages of the whole fork that came back before their own delay was over
     * @param idleCpuShare CPU seconds per second of the fork and its workers before the users started
     * @param allocationCounter how the allocated bytes were counted
     * @param intervals one for each iteration, warm-up first
     * @param points how many pages had come back when
     * @param arrived what an open loop offered
     * @param lists how long lists took
     * @param footprint what the fork took up besides CPU time
     * @param stub what the stub says of the measurement, where it was asked
     * @param jmh JMH's own scores
     * @param surroundings what went on outside the fork meanwhile
     */
    record Measured(
            JvmFacts jvm,
            String limits,
            int usersAsked,
            int usersStarted,
            double meanDelayNanos,
            long maxDelayNanos,
            long hotPages,
            long earlyPages,
            double idleCpuShare,
            String allocationCounter,
            List<Interval> intervals,
            Points points,
            Arrived arrived,
            ListTimes lists,
            Footprint footprint,
            StubFacts stub,
            JmhScores jmh,
            Surroundings surroundings)
            implements ForkResult {
        private static final double STEADY_FROM = 100;

        public Measured {
            Objects.requireNonNull(jvm, "no jvm");
            Objects.requireNonNull(intervals, "no intervals");
            Objects.requireNonNull(stub, "no stub");
            Objects.requireNonNull(jmh, "no jmh");
            if (points == null) points = Points.NONE;
            if (arrived == null) arrived = Arrived.NONE;
            if (lists == null) lists = ListTimes.NONE;
            long measured =
                    intervals.stream().filter(interval -> !interval.warmup()).count();
            if (lists.any() && lists.nanos().size() != measured)
                throw new IllegalArgumentException(lists.nanos().size() + " lists in " + measured + " intervals");
            if (footprint == null) footprint = Footprint.UNKNOWN;
            if (surroundings == null) surroundings = Surroundings.UNKNOWN;
        }

        /** The same with what only the runner knows. */
        public Measured with(StubFacts facts, JmhScores scores, Surroundings around) {
            return new Measured(
                    jvm,
                    limits,
                    usersAsked,
                    usersStarted,
                    meanDelayNanos,
                    maxDelayNanos,
                    hotPages,
                    earlyPages,
                    idleCpuShare,
                    allocationCounter,
                    intervals,
                    points,
                    arrived,
                    lists,
                    footprint,
                    facts,
                    scores,
                    around);
        }

        /** What was measured. */
        public Load.Loop loop() {
            if (lists.any()) return Load.Loop.LIST;
            return arrived.open() ? Load.Loop.OPEN : Load.Loop.CLOSED;
        }

        /** The intervals that count. */
        public List<Interval> measurement() {
            return intervals.stream().filter(interval -> !interval.warmup()).toList();
        }

        /** How long was measured, in seconds. */
        public double seconds() {
            return measurement().stream().mapToDouble(Interval::seconds).sum();
        }

        /** How many right pages came back while it was measured. */
        public long pages() {
            return measurement().stream().mapToLong(Interval::pages).sum();
        }

        /** How many pages came back as they were to, while it was measured: right ones, and those that failed on purpose. */
        public long answers() {
            return pages()
                    + failedAsTold().values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        }

        /** The number of record: pages per second between the first and the last flip of the measurement. */
        public double pagesPerSecond() {
            return pages() / seconds();
        }

        /**
         * Whether about as many pages were in flight at any time: users are as many all the time; of arrivals it takes a hundred on
         * their way by the delays alone, of which chance takes away a tenth (a Poisson distribution's standard deviation). Between
         * lists none are.
         */
        public boolean inFlightSteady() {
            return switch (loop()) {
                case CLOSED -> true;
                case OPEN -> arrived.offeredPerSecond() * meanDelayNanos / 1e9 >= STEADY_FROM;
                case LIST -> false;
            };
        }

        /**
         * How busy the stub's busiest thread was while pages were wanted, in CPU seconds per second; negative where nobody could
         * tell. Between lists none are.
         */
        public double stubBusy() {
            double share = stub.busiestThreadShare();
            return lists.any() && share > 0 ? Math.min(1, share * seconds() / lists.seconds()) : share;
        }

        /** Failures while it was measured, by kind, those on purpose left out. */
        public Map<Failure, Long> failures() {
            return sum(Interval::failures);
        }

        /** Failures on purpose while it was measured, by kind. */
        public Map<Failure, Long> failedAsTold() {
            return sum(Interval::failedAsTold);
        }

        private Map<Failure, Long> sum(Function<Interval, Map<Failure, Long>> counts) {
            Map<Failure, Long> sum = new EnumMap<>(Failure.class);
            for (Interval interval : measurement())
                counts.apply(interval).forEach((kind, count) -> sum.merge(kind, count, Long::sum));
            return sum;
        }
    }

    /**
     * Pages arrived faster than they were fetched, so that waiting would have grown for as long as anybody looked.
     *
     * @param jvm what it ran on
     * @param limits what the model's nature and settings limit
     * @param places how many pages could be in flight
     * @param offeredPerSecond the rate at which pages were to arrive
     * @param achievedPerSecond right pages per second over the last five seconds
     * @param atSecond when that was seen, in seconds since the first page was due, warm-up included
     * @param reason by what it was seen
     */
    record Saturated(
            JvmFacts jvm,
            String limits,
            int places,
            double offeredPerSecond,
            double achievedPerSecond,
            double atSecond,
            String reason)
            implements ForkResult {
        public Saturated {
            Objects.requireNonNull(jvm, "no jvm");
            Objects.requireNonNull(reason, "no reason");
        }
    }

    /**
     * It crashed, took too long, stalled or measured nothing.
     *
     * @param reason why, in a line
     * @param lastLines the end of its log
     */
    record Failed(String reason, List<String> lastLines) implements ForkResult {
        public Failed {
            Objects.requireNonNull(reason, "no reason");
            Objects.requireNonNull(lastLines, "no lastLines");
        }
    }

    /** It could not run here, for this {@code reason}. */
    record Skipped(String reason) implements ForkResult {
        public Skipped {
            Objects.requireNonNull(reason, "no reason");
        }
    }
}
