package dev.iomodels.result;

/**
 * Something in which two runs differ.
 *
 * @param field what it is called: {@code cores}, {@code delays of wait}
 * @param left the value of the one
 * @param right the value of the other
 * @param refuses whether numbers of the two must not be compared because of it
 */
public record Difference(String field, String left, String right, boolean refuses) {

    /** For a person: {@code cores: 2 and 4}. */
    @Override
    public String toString() {
        return field + ": " + left + " and " + right;
    }
}
