package dev.iomodels.result;

/**
 * Something in a run directory that is not as it has to be.
 *
 * @param file its place in the run directory
 * @param what what is wrong with it
 */
public record Mismatch(String file, String what) {

    /** What is wrong with a file that cannot be read. */
    static Mismatch of(String file, Unreadable e) {
        return new Mismatch(file, e.why());
    }

    /** A line for people. What a broken file holds must not drive their terminal. */
    @Override
    public String toString() {
        return (file + ": " + what).replaceAll("\\p{Cntrl}", "?");
    }
}
