package dev.iomodels.demo;

import static dev.iomodels.demo.Markup.at;
import static dev.iomodels.demo.Markup.escape;

import java.util.List;

/**
 * Who waited when, as SVG for a slide: a column for each round, a row for each model, and in each of these panels a bar for every page.
 * The panels of a column share their axis. Every colour is an attribute, for programs that know no style sheets, and has a class for those
 * that do.
 */
final class Picture {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    private static final double MARGIN = 60;
    private static final double NAMES = 350;
    private static final double GAP = 44;
    private static final double TOP = 204;
    private static final double BOTTOM = 142;
    private static final double LEAST_ROW = 78;
    private static final double MOST_ROW = 190;
    private static final double LETTER = 0.55;

    private final List<Played> rounds;
    private final Colophon colophon;
    private final double height;
    private final double row;
    private final double column;
    private final StringBuilder svg = new StringBuilder();

    private Picture(List<Played> rounds, Colophon colophon) {
        this.rounds = rounds;
        this.colophon = colophon;
        int models = rounds.get(0).turns().size();
        height = Math.max(HEIGHT, TOP + BOTTOM + models * LEAST_ROW);
        row = Math.min(MOST_ROW, (height - TOP - BOTTOM) / models);
        column = (WIDTH - 2 * MARGIN - NAMES - GAP * (rounds.size() - 1)) / rounds.size();
    }

    /** An {@code svg} element of these rounds, which have the same models. */
    static String of(List<Played> rounds, Colophon colophon) {
        return new Picture(rounds, colophon).draw();
    }

    private String draw() {
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" font-family=\"Helvetica, Arial, sans-serif\""
                        + " role=\"img\">%n<title>Who waited when</title>%n",
                at(WIDTH), at(height)));
        svg.append(String.format(
                "<rect %s width=\"%s\" height=\"%s\"/>%n",
                Ink.SOLID.paint("ground", Colours.GROUND), at(WIDTH), at(height)));
        text(MARGIN, 78, 52, "bold", "ink", Colours.INK, "Who waited when");
        key();
        names();
        for (int i = 0; i < rounds.size(); i++) round(rounds.get(i), MARGIN + NAMES + i * (column + GAP));
        text(MARGIN, height - 58, 26, "bold", "ink", Colours.INK, Colophon.LABEL);
        text(
                MARGIN,
                height - 24,
                fitting(21, colophon.text(), WIDTH - 2 * MARGIN),
                "",
                "quiet",
                Colours.QUIET,
                colophon.text());
        return svg.append("</svg>").toString();
    }

    private double middle(int model) {
        return TOP + (model + 0.5) * row;
    }

    private void key() {
        double x = MARGIN + NAMES + 150;
        rect(x, 54, 54, 24, Ink.IN_LINE, "quiet", Colours.QUIET);
        x = word(x + 66, "standing in line");
        rect(x, 54, 54, 24, Ink.SOLID, "quiet", Colours.QUIET);
        x = word(x + 66, "waiting for the page");
        if (rounds.stream().allMatch(Played::allCame)) return;
        rect(x, 54, 54, 24, Ink.HOLLOW, "failed", Colours.FAILED);
        word(x + 66, "failed");
    }

    private double word(double x, String word) {
        text(x, 76, 28, "", "ink", Colours.INK, word);
        return x + word.length() * 28 * LETTER + 34;
    }

    private void names() {
        List<Turn> turns = rounds.get(0).turns();
        double size = 36;
        for (int i = 0; i < turns.size(); i++) size = Math.min(size, fitting(36, name(i), NAMES - 44));
        for (int i = 0; i < turns.size(); i++) {
            String model = turns.get(i).model().name();
            rect(MARGIN, middle(i) - 18, 20, 36, Ink.SOLID, "model-" + model, Colours.of(model));
            text(MARGIN + 34, middle(i) + 12, size, "bold", "ink", Colours.INK, name(i));
        }
    }

    /** The name of a model, with its argument only where that is the same in every round. */
    private String name(int model) {
        Turn turn = rounds.get(0).turns().get(model);
        boolean same = rounds.stream()
                .allMatch(other -> other.turns().get(model).label().equals(turn.label()));
        return same ? turn.label() : turn.model().name();
    }

    private void round(Played played, double x) {
        Round round = played.round();
        text(x, 146, 36, "bold", "ink", Colours.INK, round.title());
        String delays = round.held()
                ? "longest " + Times.text(round.longestNanos()) + " · together " + Times.text(round.sumNanos())
                : "";
        text(x, 180, fitting(25, delays, column), "", "quiet", Colours.QUIET, delays);
        axis(played, x);
        for (int i = 0; i < played.turns().size(); i++) {
            if (played.turns().get(i) instanceof Turn.Taken taken) bars(played, taken, x, middle(i));
            else if (played.turns().get(i) instanceof Turn.Missed missed) missed(missed, x, middle(i));
        }
    }

    private void axis(Played played, double x) {
        double bottom = TOP + played.turns().size() * row;
        for (long mark : Times.marks(played.scaleNanos(), (int) Math.max(2, Panel.plot(column) / 130))) {
            double at = x + Panel.plot(column) * mark / played.scaleNanos();
            svg.append(String.format(
                    "<path class=\"s-lines\" stroke=\"%s\" stroke-width=\"1.5\" d=\"M%s %sV%s\"/>%n",
                    Colours.LINES.light(), at(at), at(TOP), at(bottom)));
            text(at, bottom + 30, 23, "", "quiet", Colours.QUIET, Times.mark(mark, played.scaleNanos()));
        }
    }

    private void bars(Played played, Turn.Taken turn, double x, double middle) {
        String model = turn.model().name();
        Panel panel = new Panel(turn.fetches(), played.scaleNanos(), x, middle, Panel.plot(column), row * 0.78);
        path(panel.inLine(), Ink.IN_LINE, "model-" + model, Colours.of(model));
        path(panel.inFlight(), Ink.SOLID, "model-" + model, Colours.of(model));
        path(panel.failed(), Ink.HOLLOW, "failed", Colours.FAILED);
        double end = panel.x(turn.wallNanos()) + 12;
        text(end, middle + 12, 34, "bold", "ink", Colours.INK, Times.text(turn.wallNanos()));
        if (turn.failed() > 0) text(end, middle + 40, 24, "bold", "failed", Colours.FAILED, turn.failed() + " failed");
    }

    private void missed(Turn.Missed missed, double x, double middle) {
        boolean failed = missed.failed() > 0;
        String why = Plain.text(missed.text(), 90);
        double size = Math.max(14, fitting(25, why, column));
        text(x + 8, middle + 9, size, "", failed ? "failed" : "quiet", failed ? Colours.FAILED : Colours.QUIET, why);
    }

    private void rect(double x, double y, double width, double high, Ink ink, String name, Colours colours) {
        svg.append(String.format(
                "<rect %s x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n",
                ink.paint(name, colours), at(x), at(y), at(width), at(high)));
    }

    private void path(String path, Ink ink, String name, Colours colours) {
        if (!path.isEmpty()) svg.append(String.format("<path %s d=\"%s\"/>%n", ink.paint(name, colours), path));
    }

    private void text(double x, double y, double size, String weight, String name, Colours colours, String text) {
        svg.append(String.format(
                "<text %s x=\"%s\" y=\"%s\" font-size=\"%s\"%s>%s</text>%n",
                Ink.SOLID.paint(name, colours),
                at(x),
                at(y),
                at(size),
                weight.isEmpty() ? "" : " font-weight=\"" + weight + "\"",
                escape(text)));
    }

    /** The size of letters, {@code most} or as small as it takes for {@code text} to fit into {@code width}. */
    private static double fitting(double most, String text, double width) {
        return Math.min(most, width / Math.max(1, text.length() * LETTER));
    }
}
