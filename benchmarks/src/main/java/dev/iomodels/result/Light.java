package dev.iomodels.result;

/** What a check says: fine, to be known, or in the way. */
public enum Light {
    GREEN,
    AMBER,
    RED,
    /** It cannot be told here. */
    UNKNOWN
}
