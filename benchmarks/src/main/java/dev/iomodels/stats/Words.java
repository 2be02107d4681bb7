package dev.iomodels.stats;

import dev.iomodels.result.Metric;
import java.util.Arrays;
import java.util.Optional;

/** The words for a difference, for the metrics that verdicts are given on: each metric more is one more test that may err. */
public enum Words {
    THROUGHPUT(Metric.THROUGHPUT, "throughput", "faster", "slower", true),
    LIST_TIME(Metric.LIST_TIME, "list time", "longer", "shorter", false),
    CPU_PER_PAGE(Metric.CPU_PER_PAGE, "CPU per page", "dearer", "cheaper", false),
    P99(Metric.P99, "p99", "longer", "shorter", false),
    RESPONSE_P99(Metric.RESPONSE_P99, "response p99", "longer", "shorter", false);

    private final Metric metric;
    private final String subject;
    private final String more;
    private final String less;
    private final boolean moreIsBetter;

    Words(Metric metric, String subject, String more, String less, boolean moreIsBetter) {
        this.metric = metric;
        this.subject = subject;
        this.more = more;
        this.less = less;
        this.moreIsBetter = moreIsBetter;
    }

    /** The words for {@code metric}, if it has any. */
    public static Optional<Words> of(Metric metric) {
        return Arrays.stream(values()).filter(words -> words.metric == metric).findFirst();
    }

    /** What they are said of. */
    public Metric metric() {
        return metric;
    }

    /** What that is called in a sentence. */
    public String subject() {
        return subject;
    }

    /** The word for a ratio on the upper side of 1, or on the lower one. */
    String side(boolean above) {
        return above ? more : less;
    }

    /** Whether all of {@code range} is worse than the baseline by more than {@code share}: the same bounds as for verdicts, 1 + share or 1 ÷ (1 + share). */
    public boolean isWorse(Range range, double share) {
        return moreIsBetter ? range.isBelow(1 / (1 + share)) : range.isAbove(1 + share);
    }
}
