package dev.iomodels.plan;

import java.util.OptionalInt;

/**
 * How far the search for a threshold among numbered rates has come: the highest that was kept, the lowest that was missed,
 * and which to try next. It goes out from where it starts in steps that double until it has one of each, then halves.
 *
 * @param size how many rates there are, numbered from 0
 * @param kept the highest that was kept; -1 if none was
 * @param missed the lowest that was missed; {@code size} if none was
 * @param start which to try first
 * @param step how far to go from there, as long as all were kept or all were missed
 */
record Bracket(int size, int kept, int missed, int start, int step) {

    /** One that knows nothing and halves from the first: among {@code size} rates. */
    static Bracket of(int size) {
        return new Bracket(size, -1, size, (size - 1) / 2, size);
    }

    /** One that begins at {@code start}, or as near to it as there are rates, and goes out by {@code step} at first. */
    static Bracket near(int size, int start, int step) {
        return new Bracket(size, -1, size, Math.max(0, Math.min(size - 1, start)), step);
    }

    /** Which rate to try next; empty once the lowest that was missed follows on the highest that was kept. */
    OptionalInt next() {
        if (missed - kept <= 1) return OptionalInt.empty();
        int middle = kept + (missed - kept) / 2;
        if (kept < 0 && missed == size) return OptionalInt.of(start);
        if (missed == size) return OptionalInt.of(Math.min(middle, kept + step));
        if (kept < 0) return OptionalInt.of(Math.max(middle, missed - step));
        return OptionalInt.of(middle);
    }

    /** The same, after the rate that it asked for was {@code keptIt} or missed. */
    Bracket after(boolean keptIt) {
        int tried = next().orElseThrow();
        boolean first = kept < 0 && missed == size;
        int further = first ? step : (int) Math.min(2L * step, size);
        return keptIt
                ? new Bracket(size, tried, missed, start, further)
                : new Bracket(size, kept, tried, start, further);
    }
}
