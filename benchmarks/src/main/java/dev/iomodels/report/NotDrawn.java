package dev.iomodels.report;

/** Figures could not be made: why, and of what. */
final class NotDrawn extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDrawn(String message, Throwable cause) {
        super(message, cause);
    }
}
