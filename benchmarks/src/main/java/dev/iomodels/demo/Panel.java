package dev.iomodels.demo;

import static dev.iomodels.demo.Markup.at;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The bars of one model in one round, as paths of SVG: a bar for every page, from the first at the top to the last.
 *
 * @param scaleNanos what the axis ends with
 * @param left where it begins
 * @param middle where the bars have their middle, from the top
 * @param width how long the axis is
 * @param height how high all bars together may be
 */
record Panel(List<Fetch> fetches, long scaleNanos, double left, double middle, double width, double height) {
    /** Room for the wall time behind the longest bar. */
    private static final double LABEL = 140;

    private static final double THICKEST = 36;
    private static final double THINNEST_WITH_GAP = 3;
    private static final double FILLED = 0.74;
    private static final double SHORTEST = 2;

    /** How much of {@code column} is the axis. */
    static double plot(double column) {
        return column - LABEL;
    }

    /** From the round's begin until each page was asked for. */
    String inLine() {
        return bars(fetch -> fetch.askedNanos() > 0, fetch -> 0L, Fetch::askedNanos, 0);
    }

    /** From then until it came. */
    String inFlight() {
        return bars(fetch -> !fetch.failed(), Fetch::askedNanos, Fetch::endNanos, SHORTEST);
    }

    /** From then until it failed. */
    String failed() {
        return bars(Fetch::failed, Fetch::askedNanos, Fetch::endNanos, SHORTEST);
    }

    double x(long nanos) {
        return left + width * nanos / scaleNanos;
    }

    private String bars(Predicate<Fetch> drawn, ToLongFunction<Fetch> from, ToLongFunction<Fetch> to, double shortest) {
        double pitch = Math.min(THICKEST, height / fetches.size());
        double thick = pitch < THINNEST_WITH_GAP ? pitch : pitch * FILLED;
        double top = middle - pitch * fetches.size() / 2;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < fetches.size(); i++) {
            Fetch fetch = fetches.get(i);
            if (!drawn.test(fetch)) continue;
            double begin = x(from.applyAsLong(fetch));
            double length = Math.max(shortest, x(to.applyAsLong(fetch)) - begin);
            path.append("M" + at(begin) + " " + at(top + i * pitch + (pitch - thick) / 2) + "h" + at(length) + "v"
                    + at(thick) + "h-" + at(length) + "z");
        }
        return path.toString();
    }
}
