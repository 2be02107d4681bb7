package dev.iomodels.demo;

import dev.iomodels.stub.Delay;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is shown.
 *
 * @param entries the models, in the order of their turns
 * @param counts how many pages of the stub each round has
 * @param delay how they are held back; empty: as is usual for so many
 * @param seed fixes which page has which delay
 * @param urls the pages of one round instead; empty if the stub's are fetched
 */
public record Show(List<Entry> entries, List<Integer> counts, Optional<Delay> delay, long seed, List<URI> urls) {
    /** How many pages a round has, and how many there may be. */
    public static final int MOST_PAGES = 1_000;

    /** The rounds of the talk. */
    public static final String USUAL_PAGES = "3,10,100";

    private static final int MOST_ROUNDS = 5;

    public Show {
        entries = List.copyOf(entries);
        counts = List.copyOf(counts);
        urls = List.copyOf(urls);
    }

    /** The rounds that {@code text} says. @throws IllegalArgumentException if it says none */
    public static List<Integer> parsePages(String text) {
        List<Integer> counts =
                Arrays.stream(text.split(",", -1)).map(Show::pages).toList();
        if (counts.size() <= MOST_ROUNDS) return counts;
        throw new IllegalArgumentException("\"" + Plain.text(text, 80) + "\": " + counts.size() + " rounds, at most "
                + MOST_ROUNDS + " fit onto a slide; try " + USUAL_PAGES);
    }

    private static int pages(String text) {
        String digits = text.strip();
        if (digits.matches("[1-9][0-9]{0,3}") && Integer.parseInt(digits) <= MOST_PAGES)
            return Integer.parseInt(digits);
        throw new IllegalArgumentException("\"" + Plain.text(text, 80) + "\": how many pages a round has is 1 to "
                + MOST_PAGES + ", several rounds with commas; try 3 or " + USUAL_PAGES);
    }

    /** The rounds, of the stub at {@code stub} unless pages of others are asked for. */
    List<Round> rounds(URI stub) {
        if (!urls.isEmpty()) return List.of(Round.of(urls));
        return counts.stream()
                .map(count -> Round.ofStub(stub, count, delay.orElseGet(() -> Round.usual(count)), seed))
                .toList();
    }

    /** Whether some pages come over HTTPS. */
    boolean overTls() {
        return !urls.isEmpty() && Round.of(urls).overTls();
    }
}
