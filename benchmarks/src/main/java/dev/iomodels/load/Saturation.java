package dev.iomodels.load;

import java.util.List;
import java.util.Optional;

/**
 * Looks whether pages arrive faster than they are fetched: the oldest one that is not sent yet is five seconds late, or no
 * place in flight was free for five seconds. If no right page came back at all meanwhile, that is no saturation: something
 * is broken, and whoever waits for pages will say so. Confined to the pacer.
 */
final class Saturation {
    /** So late a page may be, or so long all places be taken. */
    static final long MOST_NANOS = 5_000_000_000L;

    private final Load.Open load;
    private final Places places;
    private final Tally tally;
    private final long beginNanos;
    private final Trail trail = new Trail();
    private long freeNanos;
    private long pagesWhenFree;

    Saturation(Load.Open load, Places places, Tally tally, long beginNanos) {
        this.load = load;
        this.places = places;
        this.tally = tally;
        this.beginNanos = beginNanos;
        this.freeNanos = beginNanos;
        this.pagesWhenFree = tally.pages();
    }

    /** @param dueNanos when the next page is due that is not even in line */
    Optional<Saturated> look(long nowNanos, long dueNanos) {
        long pages = tally.pages();
        trail.look(nowNanos, pages);
        boolean free = places.wasFree();
        if (free) {
            freeNanos = nowNanos;
            pagesWhenFree = pages;
        }
        long lateNanos = nowNanos - Math.min(places.headDueNanos(), dueNanos);
        String reason = reason(lateNanos, nowNanos - freeNanos);
        if (reason.isEmpty() || !free && pages == pagesWhenFree) return Optional.empty();
        trail.edge(nowNanos, pages);
        return Optional.of(
                new Saturated(load.ratePerSecond(), achieved(nowNanos), (nowNanos - beginNanos) / 1e9, reason));
    }

    private String reason(long lateNanos, long fullNanos) {
        if (fullNanos > MOST_NANOS)
            return (places.number() == 1
                            ? "the one place in flight was"
                            : "all " + places.number() + " places in flight were")
                    + " taken for 5 s";
        return lateNanos > MOST_NANOS ? "the oldest page that was not sent yet was 5 s late" : "";
    }

    private double achieved(long nowNanos) {
        List<Trail.Point> points = trail.between(nowNanos - MOST_NANOS, nowNanos);
        Trail.Point first = points.get(0);
        Trail.Point last = points.get(points.size() - 1);
        return (last.pages() - first.pages()) * 1e9 / Math.max(1, last.atNanos() - first.atNanos());
    }
}
