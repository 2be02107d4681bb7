package dev.iomodels.result;

import java.util.List;

/**
 * Connections that a fork opened to the stub, as the stub counted them; the runner's own readings of the stub are left out.
 * Somebody else's are in it, if somebody else asked the same stub. What the stub was not asked for is -1, never 0.
 *
 * @param opened from before the fork's JVM was started until after it had ended
 * @param openedMeasured those of them that were opened during the measurement, warm-up left out
 * @param handshakes TLS handshakes in the whole fork; 0 over plain HTTP
 * @param handshakesMeasured those of them during the measurement
 * @param agreed on what they agreed: protocol and cipher ({@code TLSv1.3 TLS_AES_256_GCM_SHA384}), sorted, each once
 */
public record Connections(
        long opened, long openedMeasured, long handshakes, long handshakesMeasured, List<String> agreed) {
    /** Nobody asked the stub. */
    public static final Connections UNKNOWN = new Connections(-1, -1, -1, -1, List.of());

    public Connections {
        if (agreed == null) agreed = List.of();
    }

    /** The same over plain HTTP, where there are no handshakes. */
    public static Connections plain(long opened, long openedMeasured) {
        return new Connections(opened, openedMeasured, 0, 0, List.of());
    }
}
