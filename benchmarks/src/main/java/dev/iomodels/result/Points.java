package dev.iomodels.result;

import java.util.List;
import java.util.Objects;

/**
 * How many pages had come back when, from the first edge of the measurement to the last: a point about every 250 ms.
 *
 * @param seconds since the measurement began
 * @param pages that had come back since then, about: the count is read just after the edges' histograms
 */
public record Points(List<Double> seconds, List<Long> pages) {
    /** Nobody looked. */
    public static final Points NONE = new Points(List.of(), List.of());

    public Points {
        Objects.requireNonNull(seconds, "no seconds");
        Objects.requireNonNull(pages, "no pages");
        if (seconds.size() != pages.size())
            throw new IllegalArgumentException(seconds.size() + " seconds, " + pages.size() + " pages");
    }
}
