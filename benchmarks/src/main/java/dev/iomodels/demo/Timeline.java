package dev.iomodels.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who waited when, in bars of text: a row for each page, or for some of many, with time from left to right, on an axis that all models of a
 * round share. A bar is at least one column long.
 *
 * @param width how many columns there are
 * @param scaleNanos what the axis ends with
 */
record Timeline(int width, long scaleNanos) {
    static final char IN_LINE = '·';
    static final char IN_FLIGHT = '█';
    static final char FAILED = '×';

    /** As many pages have a row each; of more, {@link #ROWS} are shown. */
    private static final int EACH = 30;

    private static final int ROWS = 12;

    private static final int NUMBER = 6;
    private static final int TIME = 8;
    private static final int COLUMNS_PER_MARK = 14;

    /** Which of {@code count} pages have a row, the first and the last among them. */
    static List<Integer> shown(int count) {
        int rows = count <= EACH ? count : ROWS;
        return IntStream.range(0, rows)
                .map(row -> rows == 1 ? 0 : (int) ((long) row * (count - 1) / (rows - 1)))
                .boxed()
                .toList();
    }

    /** What the bars mean. */
    static String legend(int count) {
        String all = shown(count).size() == count
                ? "a row for each page"
                : shown(count).size() + " of the pages";
        return IN_LINE + " standing in line, " + IN_FLIGHT + " waiting for the page, " + FAILED + " failed; " + all;
    }

    /** The rows of a model. */
    List<String> rows(Turn.Taken turn) {
        List<String> rows = new ArrayList<>();
        for (int at : shown(turn.fetches().size())) rows.add(row(turn.fetches().get(at)));
        return rows;
    }

    private String row(Fetch fetch) {
        int begin = Math.min(columns() - 1, column(fetch.askedNanos()));
        int end = Math.max(begin + 1, Math.min(columns(), column(fetch.endNanos())));
        String bar = String.valueOf(fetch.failed() ? FAILED : IN_FLIGHT).repeat(end - begin);
        return " ".repeat(Math.max(0, NUMBER - 1 - number(fetch).length())) + number(fetch) + " "
                + String.valueOf(IN_LINE).repeat(begin) + bar + " "
                + (fetch.failed() ? "failed" : Times.text(fetch.nanos()));
    }

    private static String number(Fetch fetch) {
        return Long.toString(fetch.page().number());
    }

    /** The marks of the axis. */
    String axis() {
        StringBuilder axis = new StringBuilder(" ".repeat(NUMBER));
        for (long mark : Times.marks(scaleNanos, Math.max(1, columns() / COLUMNS_PER_MARK))) {
            axis.append(" ".repeat(Math.max(0, NUMBER + column(mark) - axis.length())))
                    .append("|")
                    .append(Times.mark(mark, scaleNanos));
        }
        return axis.toString();
    }

    private int columns() {
        return width - NUMBER - TIME;
    }

    private int column(long nanos) {
        return (int) Math.round((double) nanos * columns() / scaleNanos);
    }
}
