package dev.iomodels.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A round in text: what it will take, what each model took, and all side by side. */
final class RoundText {
    private static final List<String> HEADS =
            List.of("model", "wall time", "× longest", "speed-up", "in flight", "failed");

    private static final String NONE = "–";

    private RoundText() {}

    /** What the pages are, and how long they take at the least and the most. */
    static String title(Round round, int models) {
        if (round.held())
            return round.title() + ", held back " + round.delay() + ": one after another "
                    + Times.text(round.sumNanos()) + ", all at once " + Times.text(round.longestNanos());
        return round.title() + "; " + (models == 1 ? "the model asks" : "each of " + models + " models asks")
                + " for each of them once";
    }

    /** What one model took. */
    static String took(Played played, Turn.Taken turn) {
        Round round = played.round();
        String delays = round.held()
                ? "the pages' own delays are " + Times.text(round.sumNanos()) + " together, "
                        + Times.text(round.longestNanos()) + " the longest"
                : "waited "
                        + Times.text(
                                turn.fetches().stream().mapToLong(Fetch::nanos).sum()) + " for all of them together, "
                        + Times.text(turn.longestNanos()) + " for the slowest";
        String failed = turn.failed() == 0 ? "" : "; " + turn.failed() + " failed";
        return turn.label() + ": " + round.title() + " in " + Times.text(turn.wallNanos()) + "; " + delays
                + "; at most " + turn.mostInFlight() + " in flight" + failed;
    }

    /** The bars of all models on one axis. */
    static List<String> timelines(Played played, int width) {
        List<String> lines = new ArrayList<>();
        Timeline timeline = new Timeline(width, played.scaleNanos());
        lines.add(Timeline.legend(played.round().pages().size()));
        for (Turn turn : played.turns()) {
            if (turn instanceof Turn.Taken taken) {
                lines.add(taken.label() + "  " + Times.text(taken.wallNanos()));
                lines.addAll(timeline.rows(taken));
            } else if (turn instanceof Turn.Missed missed) {
                lines.add(missed.label() + "  " + missed.text());
            }
        }
        if (!played.taken().isEmpty()) lines.add(timeline.axis());
        return lines;
    }

    /** The models side by side. */
    static List<String> table(Played played) {
        List<String> lines = new ArrayList<>();
        int first = played.turns().stream()
                .mapToInt(turn -> turn.label().length())
                .reduce(HEADS.get(0).length(), Math::max);
        lines.add(row(first, HEADS));
        for (Turn turn : played.turns()) {
            if (turn instanceof Turn.Taken taken) lines.add(row(first, cells(played, taken)));
            else if (turn instanceof Turn.Missed missed)
                lines.add(row(first, List.of(missed.label())) + "  " + missed.text());
        }
        return lines;
    }

    /** What the columns compare with. */
    static String below(Played played) {
        String longest = played.round().held()
                ? "the longest delay, which nobody can be faster than"
                : "the model's own slowest page";
        return "× longest: wall time ÷ " + longest
                + played.first()
                        .map(first -> "; speed-up: against " + first.label())
                        .orElse("");
    }

    /** The cells of a model, in the order of {@link #heads}. Whoever did not get every page is compared with nobody. */
    static List<String> cells(Played played, Turn.Taken turn) {
        double wall = Math.max(1, turn.wallNanos());
        boolean whole = turn.failed() == 0;
        return List.of(
                turn.label(),
                Times.text(turn.wallNanos()),
                whole ? number(wall / played.leastNanos(turn)) : NONE,
                whole ? number(played.first().orElse(turn).wallNanos() / wall) : NONE,
                Integer.toString(turn.mostInFlight()),
                Long.toString(turn.failed()));
    }

    /** What the columns are called. */
    static List<String> heads() {
        return HEADS;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    private static String row(int first, List<String> cells) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-" + first + "s", cells.get(0)));
        for (String cell : cells.subList(1, cells.size())) row.append(String.format(Locale.ROOT, "%11s", cell));
        return row.toString();
    }
}
