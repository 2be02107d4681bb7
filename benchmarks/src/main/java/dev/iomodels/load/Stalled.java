package dev.iomodels.load;

/** Nothing comes back any more, or to some nothing at all: the fork cannot be measured. */
public final class Stalled extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param nanos how long nothing came, in nanoseconds */
    public Stalled(long nanos, Tally tally) {
        this("no page came back for " + nanos / 1_000_000 + " ms", tally);
    }

    private Stalled(String what, Tally tally) {
        super(what + " (" + tally.pages() + " pages before; failures " + tally.failures() + "; the last one: "
                + (tally.lastFailure().isEmpty() ? "none" : tally.lastFailure()) + ")");
    }

    /** Pages may come back, but after {@code nanos} there are users who have had none: the load never was whole. */
    public static Stalled beforeWhole(long nanos, Tally tally) {
        if (tally.pages() == 0) return new Stalled(nanos, tally);
        return new Stalled(
                "some users had no answer " + nanos / 1_000_000
                        + " ms after all were to have asked: the load was never whole",
                tally);
    }
}
