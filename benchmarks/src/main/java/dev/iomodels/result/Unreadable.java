package dev.iomodels.result;

import java.nio.file.Path;

/** A file of a run directory is missing, cut short or not what it should be. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;

    Unreadable(Path file, String why, Throwable cause) {
        super(file + ": " + why, cause);
        this.why = why;
    }

    /** What is wrong with it, without the file's name. */
    public String why() {
        return why;
    }
}
