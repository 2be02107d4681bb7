package dev.iomodels.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who asks for pages, and when. */
public sealed interface Load {

    /** How many fetches the load may have in flight at once: what a model's pool is sized for. */
    int inFlight();

    /** The text that {@link #parse} reads back: {@code closed:1000}. */
    @Override
    String toString();

    /** Reads {@code closed:USERS}. @throws IllegalArgumentException naming the value, what is allowed and an example */
    static Load parse(String text) {
        Matcher closed = Closed.TEXT.matcher(text);
        if (closed.matches()) return new Closed(Integer.parseInt(closed.group(1)));
        throw new IllegalArgumentException("\"" + text + "\": no load; it is closed:USERS with 1 to " + Closed.MOST
                + " users, for example closed:200");
    }

    /**
     * Closed loop: each of {@code users} asks for its next page when the last one came back.
     *
     * @param users how many want a page at any time, 1 to 100 000
     */
    record Closed(int users) implements Load {
        static final int MOST = 100_000;
        private static final Pattern TEXT = Pattern.compile("closed:(\\d{1,6})");

        public Closed {
            if (users < 1 || users > MOST)
                throw new IllegalArgumentException("\"closed:" + users + "\": 1 to " + MOST + " users; try closed:200");
        }

        @Override
        public int inFlight() {
            return users;
        }

        @Override
        public String toString() {
            return "closed:" + users;
        }
    }
}
