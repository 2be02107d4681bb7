package dev.iomodels.result;

/**
 * What a fork and its workers took up while it was measured, besides CPU time. What nobody can tell is -1, never 0.
 *
 * @param platformThreadsPeak the most platform threads that lived at once in the fork and its workers, the JVM's own included
 */
public record Footprint(int platformThreadsPeak) {
    /** Nobody looked. */
    public static final Footprint UNKNOWN = new Footprint(-1);
}
