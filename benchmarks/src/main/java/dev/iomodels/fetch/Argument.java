package dev.iomodels.fetch;

/** What follows the colon in {@code thread-pool:200}, where it is a count. */
final class Argument {
    private Argument() {}

    /**
     * The count that {@code argument} says, checked.
     *
     * @param fallback what an empty argument stands for; it is not checked
     * @param max the largest count allowed; the smallest is 1
     * @throws IllegalArgumentException naming model, value, what is allowed and an example
     */
    static String count(IoModel model, String argument, int fallback, int max) {
        if (argument.isEmpty()) return Integer.toString(fallback);
        // Plain digits only: parseInt takes "+4" and other alphabets' digits, which would be other names for one cell.
        if (argument.matches("[1-9][0-9]{0,8}") && Integer.parseInt(argument) <= max) return argument;
        throw new IllegalArgumentException("model \"" + model.name() + ":" + argument
                + "\": what follows the colon is a whole number from 1 to " + max + "; try " + model.name() + ":"
                + fallback
                + " or " + model.name());
    }
}
