package dev.iomodels.report;

import java.util.List;

/** How much of its raw files a page shows, so that it stays below 3 MB and opens at once, however many cells there are. */
enum Detail {
    /** Every fork has its numbers and curves. */
    EACH_FORK(10, true, List.of()),
    /** Forks have their rate, iterations and gates; numbers and curves are those of cells. */
    CELLS(5, true, List.of("for want of room, single forks have no curves here: their .hlog has them")),
    /** The same without iterations, and with fewer points. */
    LEAST(
            3,
            false,
            List.of(
                    "for want of room, single forks have neither curves nor iterations here: their .hlog and .json have them"));

    /** With more cells than these, what single forks add would not fit. */
    private static final int EACH_FORK_UP_TO = 200;

    private final int points;
    private final boolean iterations;
    private final List<String> notes;

    Detail(int points, boolean iterations, List<String> notes) {
        this.points = points;
        this.iterations = iterations;
        this.notes = notes;
    }

    /** The most that may fit for all cells of {@code runs}. */
    static Detail of(List<RunContents> runs) {
        return runs.stream().mapToInt(run -> run.cells().size()).sum() <= EACH_FORK_UP_TO ? EACH_FORK : CELLS;
    }

    /** Less of it. */
    Detail less() {
        return this == EACH_FORK ? CELLS : LEAST;
    }

    /** Points of a curve, from a quantile to the one with a tenth of the samples beyond it. */
    int points() {
        return points;
    }

    /** Whether single forks have numbers and curves. */
    boolean eachFork() {
        return this == EACH_FORK;
    }

    /** Whether they have their iterations. */
    boolean iterations() {
        return iterations;
    }

    /** What is left out, for a reader. */
    List<String> notes() {
        return notes;
    }
}
