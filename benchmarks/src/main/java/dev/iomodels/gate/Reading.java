package dev.iomodels.gate;

import dev.iomodels.result.Light;
import java.util.OptionalDouble;

/**
 * What a gate read, and what it makes of it.
 *
 * @param value in {@code unit}; empty if it cannot be told
 * @param amber from where it is amber, in words; empty if it never is
 * @param red from where it is red, in words; empty if it never is
 */
record Reading(Unit unit, OptionalDouble value, Light light, String amber, String red) {}
