package dev.iomodels.fetch;

import java.util.Collection;
import java.util.Comparator;

/** The choice that somebody probably meant. */
public final class Suggestion {
    /** How many letters may differ for a word to be taken for a typing error. */
    private static final int NEAR = 3;

    private Suggestion() {}

    /** {@code "; did you mean wait?"} for the nearest of {@code choices}, if it is near to {@code word} or has it in it; else nothing. */
    public static String of(String word, Collection<String> choices) {
        return choices.stream()
                .filter(choice -> isNear(word, choice) || !word.isEmpty() && choice.contains(word))
                .min(Comparator.comparingInt(choice -> edits(word, choice)))
                .map(choice -> "; did you mean " + choice + "?")
                .orElse("");
    }

    /** Changing every letter makes any word of any other. */
    private static boolean isNear(String word, String choice) {
        return edits(word, choice) <= Math.min(NEAR, choice.length() / 2);
    }

    /** Levenshtein's distance, a row at a time (Wagner and Fischer, JACM 21, 1974). */
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
