package dev.iomodels.load;

/** Pages arrive faster than they are fetched: the trial ends, which is a result and no failure. */
public final class Saturated extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final double offeredPerSecond;
    private final double achievedPerSecond;
    private final double atSecond;
    private final String reason;

    /**
     * @param offeredPerSecond the rate at which pages were to arrive
     * @param achievedPerSecond right pages per second over the last five seconds
     * @param atSecond when, in seconds since the first page was due
     * @param reason by what it was seen
     */
    Saturated(double offeredPerSecond, double achievedPerSecond, double atSecond, String reason) {
        super("saturated: " + reason);
        this.offeredPerSecond = offeredPerSecond;
        this.achievedPerSecond = achievedPerSecond;
        this.atSecond = atSecond;
        this.reason = reason;
    }

    /** The rate at which pages were to arrive. */
    public double offeredPerSecond() {
        return offeredPerSecond;
    }

    /** Right pages per second over the last five seconds: about what the fetcher can do. */
    public double achievedPerSecond() {
        return achievedPerSecond;
    }

    /** When it was seen, in seconds since the first page was due. */
    public double atSecond() {
        return atSecond;
    }

    /** By what it was seen, in words. */
    public String reason() {
        return reason;
    }
}
