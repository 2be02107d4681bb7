package dev.iomodels.result;

/**
 * What an open loop offered a fork while it was measured, warm-up left out. What nobody counted is -1, never 0.
 *
 * @param offeredPerSecond the rate that was intended, in pages per second; 0 in a closed loop, which offers none
 */
public record Arrived(double offeredPerSecond) {
    /** A closed loop offers no rate. */
    public static final Arrived NONE = new Arrived(0);
}
