package dev.iomodels.result;

/**
 * Connections that a fork opened to the stub, as the stub counted them; the runner's own readings of the stub are left out.
 * Somebody else's are in it, if somebody else asked the same stub. What the stub was not asked for is -1, never 0.
 *
 * @param opened from before the fork's JVM was started until after it had ended
 * @param openedMeasured those of them that were opened during the measurement, warm-up left out
 * @param handshakes TLS handshakes in the whole fork; 0 over plain HTTP
 * @param handshakesMeasured those of them during the measurement
 */
public record Connections(long opened, long openedMeasured, long handshakes, long handshakesMeasured) {
    /** Nobody asked the stub. */
    public static final Connections UNKNOWN = new Connections(-1, -1, -1, -1);
}
