package dev.iomodels.gate;

import static dev.iomodels.gate.Unit.COUNT;

import dev.iomodels.plan.Jdk;
import dev.iomodels.result.JvmFacts;
import java.util.Optional;
import java.util.function.Function;

/** The gates of single forks, each a function over the fork's raw files: old runs are asked too. */
public enum ForkGate implements Gate {
    JDK(
            "forks on another JDK than asked",
            ForkGate::jdk,
            "the JVM that ran the fork is not the one that was asked for",
            "name the JDK's own home, not a launcher that picks one"),
    USERS_LOST(
            "users lost",
            Counting::usersLost,
            "fewer pages were in flight than users were started: some waited where nobody timed them",
            "a bug in the IO model or the harness: its log may say more"),
    RATE_POSSIBLE(
            "rate, of what is possible",
            Counting::rateAbovePossible,
            "pages came back faster than their delays allow",
            "a bug: the stub does not hold pages back, or pages are counted twice"),
    LIST_POSSIBLE(
            "list time, of the least possible",
            Listing::possible,
            "a list came back sooner than its pages' delays allow",
            "a bug: the stub does not hold pages back, or more were in flight than the model says"),
    SENT_LATE(
            "pages sent late, p99",
            OnTime::late,
            "the harness itself was late in asking, and that is in the response times",
            "a lower rate, or a processor more: nothing else may keep the pacer from its schedule"),
    RATE_ACHIEVED(
            "achieved rate, of the offered one",
            OnTime::achieved,
            "fewer pages came back than were due: pages failed, or the longer it had gone on, the longer they would have waited",
            "a lower rate (capacity finds the highest one), or see below the table what failed"),
    JMH_COUNT(
            "JMH's count against the pages counted",
            Counting::jmhCount,
            "JMH let more or fewer operations through than pages came back",
            "a bug in the harness, or an iteration too short for its edges: measure longer"),
    JMH_TIME(
            "JMH's time of a list against the list's",
            Listing::jmhTime,
            "JMH's shots took longer than the lists, or shorter",
            "a bug in the harness, unless hiccups kept its thread from waking up"),
    PAGES(
            "pages measured",
            Counting::pages,
            "too few pages for a rate, let alone for quantiles",
            "measure longer, or with more users"),
    STUB_LATE(
            "stub late, p99",
            StubSide::late,
            "pages were held back for longer than they say, so latencies and rates are the stub's too",
            "give the stub processors of its own, or ask for fewer pages per second"),
    STUB_BUSY(
            "stub's busiest thread",
            StubSide::busy,
            "the nearer to 100 %, the more it is the stub that limits the rate",
            "compare CPU/page instead, or give the stub processors of its own"),
    COLD(
            "pages fetched before measuring",
            Heat::hotPages,
            "the model's code may still have been interpreted",
            "a longer warm-up, or a model that fetches faster"),
    TREND(
            "trend of the rate within the fork",
            Heat::trend,
            "the rate was still rising, or falling: the warm-up was not over, or the machine changed",
            "a longer warm-up (a larger preset), and nothing else on the machine"),
    COMPILING(
            "time in the JIT compilers",
            Heat::compiling,
            "code was still being compiled, on the processors that were measured",
            "a longer warm-up: a larger preset"),
    HICCUPS(
            "hiccups outside the fork, p99.9",
            Around::hiccups,
            "a thread that only sleeps woke up late: the machine was busy, or stood still",
            "end what else runs, leave a processor free, or use a machine of your own"),
    STOLEN(
            "CPU stolen by the hypervisor",
            Around::stolen,
            "the virtual machine did not get the processors that it was promised",
            "a machine of your own, or a quieter hour"),
    THROTTLED(
            "periods throttled by the control group",
            Around::throttled,
            "the control group's quota of CPU time was used up",
            "raise the quota (cpu.max), or measure outside the container"),
    OTHERS(
            "CPU used by others",
            Around::others,
            "other processes used the processors that were measured",
            "end them; doctor names what it finds");

    private final Words words;
    private final Function<ForkFacts, Optional<Reading>> function;

    ForkGate(String looksAt, Function<ForkFacts, Optional<Reading>> function, String cause, String remedy) {
        this.words = new Words(looksAt, cause, remedy);
        this.function = function;
    }

    /** Empty where it makes no sense of this fork. */
    Optional<Reading> read(ForkFacts fork) {
        return function.apply(fork);
    }

    private static Optional<Reading> jdk(ForkFacts fork) {
        JvmFacts jvm = fork.raw().jvm();
        Jdk asked = fork.cell().contender().jdk();
        // A run aborts here by itself; what is asked again is whether its files still say so.
        boolean same = jvm.feature() == asked.feature()
                && (jvm.javaVersion().isEmpty() || jvm.javaVersion().equals(asked.version()));
        return Optional.of(Limits.above(COUNT, Limits.NEVER, 0).read(same ? 0 : 1));
    }

    @Override
    public Scope scope() {
        return Scope.FORK;
    }

    @Override
    public Words words() {
        return words;
    }
}
