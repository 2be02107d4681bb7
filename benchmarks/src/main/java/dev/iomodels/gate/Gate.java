package dev.iomodels.gate;

import java.util.Locale;

/** A question that decides whether numbers are measurements of what they say. */
public interface Gate {

    /** The constant's name. */
    String name();

    /** What it is a gate of. */
    Scope scope();

    /** What is said of it. */
    Words words();

    /** Its name in files: {@code stub-late}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a gate is of. What holds for a run or a scenario holds for each of its cells. */
    enum Scope {
        FORK,
        CELL,
        SCENARIO,
        RUN
    }

    /**
     * A gate for people.
     *
     * @param looksAt what it looks at
     * @param cause why it would not be green
     * @param remedy what to do then
     */
    record Words(String looksAt, String cause, String remedy) {}
}
