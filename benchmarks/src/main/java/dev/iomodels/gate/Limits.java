package dev.iomodels.gate;

import dev.iomodels.result.Light;
import java.util.OptionalDouble;

/**
 * Where a gate's value becomes amber and where red.
 *
 * @param above whether large values are bad ones, rather than small ones
 * @param amber the last value that is green; infinite if there is no amber
 * @param red the last value that is not red; infinite if there is no red
 */
record Limits(Unit unit, boolean above, double amber, double red) {
    static final double NEVER = Double.POSITIVE_INFINITY;

    /** Large values are bad. */
    static Limits above(Unit unit, double amber, double red) {
        return new Limits(unit, true, amber, red);
    }

    /** Small values are bad. */
    static Limits below(Unit unit, double amber, double red) {
        return new Limits(unit, false, amber, red == NEVER ? -NEVER : red);
    }

    Reading read(double value) {
        return reading(OptionalDouble.of(value), light(value));
    }

    /** What it takes is not known. */
    Reading unknown() {
        return reading(OptionalDouble.empty(), Light.UNKNOWN);
    }

    private Light light(double value) {
        if (beyond(value, red)) return Light.RED;
        return beyond(value, amber) ? Light.AMBER : Light.GREEN;
    }

    private boolean beyond(double value, double limit) {
        return above ? value > limit : value < limit;
    }

    private Reading reading(OptionalDouble value, Light light) {
        return new Reading(unit, value, light, words(amber), words(red));
    }

    private String words(double limit) {
        if (Double.isInfinite(limit)) return "";
        if (above && limit == 0) return "any";
        return (above ? "over " : "under ") + unit.text(limit);
    }
}
