package dev.iomodels.fetch;

/** The kinds of failure that are counted. */
public enum Failure {
    REFUSED,
    RESET,
    TIMEOUT,
    STATUS,
    LENGTH,
    PAGE,
    OTHER;
}
