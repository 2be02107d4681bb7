package dev.iomodels.load;

/** Nothing comes back any more: the fork cannot be measured. */
public final class Stalled extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param nanos how long nothing came, in nanoseconds */
    public Stalled(long nanos, Tally tally) {
        super("no page came back for " + nanos / 1_000_000 + " ms (" + tally.pages() + " pages before; failures "
                + tally.failures() + "; the last one: "
                + (tally.lastFailure().isEmpty() ? "none" : tally.lastFailure()) + ")");
    }
}
