package dev.iomodels.plan;

import java.util.Collection;
import java.util.Comparator;

/** The choice that somebody probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** {@code "; did you mean wait?"} where one of {@code choices} is within two edits of {@code word}; else nothing. */
    public static String of(String word, Collection<String> choices) {
        return choices.stream()
                .min(Comparator.comparingInt(choice -> edits(word, choice)))
                .filter(choice -> edits(word, choice) <= 2)
                .map(choice -> "; did you mean " + choice + "?")
                .orElse("");
    }

    /** Levenshtein's distance (Soviet Physics Doklady 10, 1966), a row at a time. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
