package dev.iomodels.load;

import java.util.ArrayList;
import java.util.List;

/**
 * How many pages had come back when: a point about every quarter of a second, for as long as somebody looks. Whether a
 * rate still rises while it is measured is seen only in between an iteration's edges. Confined to one thread.
 */
public final class Trail {
    private static final long STEP_NANOS = 250_000_000;

    private final List<Point> points = new ArrayList<>();
    private long lastNanos;

    /** At {@code atNanos} on the tally's clock, {@code pages} had come back since the tally began. */
    public record Point(long atNanos, long pages) {}

    /** Somebody has looked at the count: kept if the last point is a quarter of a second old. */
    void look(long nowNanos, long pages) {
        if (points.isEmpty() || nowNanos - lastNanos >= STEP_NANOS) edge(nowNanos, pages);
    }

    /** An interval's edge, which is always kept. */
    public void edge(long nowNanos, long pages) {
        points.add(new Point(nowNanos, pages));
        lastNanos = nowNanos;
    }

    /** The points from one edge to another, both included. */
    public List<Point> between(long fromNanos, long toNanos) {
        return points.stream()
                .filter(point -> point.atNanos >= fromNanos && point.atNanos <= toNanos)
                .toList();
    }
}
