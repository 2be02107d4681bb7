package dev.iomodels.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From where gates of forks are amber and red, as numbers for a chart. */
public final class Bands {
    private static final double NANOS_PER_MILLI = 1e6;

    private Bands() {}

    /** Amber and red: {@code hiccup} in nanoseconds, {@code stolen} and {@code others} in %. */
    public static Map<String, List<Double>> all() {
        Map<String, List<Double>> bands = new TreeMap<>();
        bands.put("hiccup", of(Around.HICCUPS, NANOS_PER_MILLI));
        bands.put("stolen", of(Around.STOLEN, 1));
        bands.put("others", of(Around.OTHERS, 1));
        return bands;
    }

    private static List<Double> of(Limits limits, double factor) {
        return List.of(limits.amber() * factor, limits.red() * factor);
    }
}
