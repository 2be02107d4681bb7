package dev.iomodels.load;

import dev.iomodels.fetch.Failure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many failures there were of each kind. Any thread adds, any thread reads. */
final class FailureCounts {
    private final LongAdder[] counts = new LongAdder[Failure.values().length];

    FailureCounts() {
        Arrays.setAll(counts, kind -> new LongAdder());
    }

    void add(Failure kind) {
        counts[kind.ordinal()].increment();
    }

    /** Kinds that did not occur are left out. */
    Map<Failure, Long> byKind() {
        Map<Failure, Long> byKind = new EnumMap<>(Failure.class);
        for (Failure kind : Failure.values()) {
            long count = counts[kind.ordinal()].sum();
            if (count > 0) byKind.put(kind, count);
        }
        return byKind;
    }
}
