package dev.iomodels.cli;

import java.util.function.Function;

/** Something that was typed cannot be meant: said before anything is measured, with the option's name. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }

    /** What {@code parse} makes of an option's value. @throws BadInput naming the option, if it makes nothing of it */
    static <T> T parse(String option, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw new BadInput(option + " " + e.getMessage());
        }
    }
}
