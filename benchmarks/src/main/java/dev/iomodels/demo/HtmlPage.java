package dev.iomodels.demo;

import static dev.iomodels.demo.Markup.escape;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A demonstration as one page of HTML, which needs no other file, no network and no script, and is light or dark as its reader is used to. */
final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: %s; --quiet: %s; --lines: %s; --ground: %s; --failed: %s }
            @media (prefers-color-scheme: dark) {
            :root { --ink: %s; --quiet: %s; --lines: %s; --ground: %s; --failed: %s }
            %s}
            .f-ink { fill: var(--ink) } .f-quiet { fill: var(--quiet) } .f-ground { fill: var(--ground) }
            .s-lines { stroke: var(--lines) } .f-failed { fill: var(--failed) } .s-failed { stroke: var(--failed) }
            body { margin: 0 auto; max-width: 1500px; padding: 2rem; font: 1.05rem/1.5 Helvetica, Arial, sans-serif;
                color: var(--ink); background: var(--ground) }
            h1 { margin: 0 } h2 { margin: 3rem 0 .5rem } p { margin: .4rem 0 } .quiet { color: var(--quiet) }
            .failed { color: var(--failed); font-weight: bold }
            svg { display: block; width: 100%%; min-width: 760px; height: auto } .wide { overflow-x: auto }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            th, td { padding: .3rem .9rem; border-bottom: 1px solid var(--lines); text-align: right }
            th:first-child, td:first-child { text-align: left; padding-left: 0; overflow-wrap: anywhere }
            td.missed { text-align: left } summary { margin: 1rem 0; cursor: pointer }
            """;

    private HtmlPage() {}

    /** The page of these rounds. */
    static String of(List<Played> rounds, Colophon colophon) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Who waited when</title>\n<style>\n")
                .append(style(rounds))
                .append("</style>\n</head>\n<body>\n<h1>How should a JVM program wait for the network?</h1>\n<p><b>")
                .append(escape(Colophon.LABEL))
                .append("</b></p>\n<div class=\"wide\">\n")
                .append(Picture.of(rounds, colophon))
                .append("\n</div>\n");
        for (Played played : rounds) section(html, played, rounds.size() > 1, colophon);
        html.append("<p><b>").append(escape(Colophon.LABEL)).append("</b></p>\n<p class=\"quiet\">");
        return html.append(escape(colophon.text()))
                .append("</p>\n</body>\n</html>\n")
                .toString();
    }

    private static String style(List<Played> rounds) {
        Set<String> models = new LinkedHashSet<>();
        for (Played played : rounds)
            played.turns().forEach(turn -> models.add(turn.model().name()));
        StringBuilder dark = new StringBuilder();
        for (String model : models)
            // A name of somebody's own may be anything; only what can be a class is given a colour.
            if (model.matches("[A-Za-z0-9_-]+"))
                dark.append(String.format(
                        ".f-model-%s { fill: %s }%n", model, Colours.of(model).dark()));
        return String.format(
                Locale.ROOT,
                STYLE,
                Colours.INK.light(),
                Colours.QUIET.light(),
                Colours.LINES.light(),
                Colours.GROUND.light(),
                Colours.FAILED.light(),
                Colours.INK.dark(),
                Colours.QUIET.dark(),
                Colours.LINES.dark(),
                Colours.GROUND.dark(),
                Colours.FAILED.dark(),
                dark);
    }

    private static void section(StringBuilder html, Played played, boolean drawn, Colophon colophon) {
        int models = played.turns().size();
        html.append("<h2>" + escape(played.round().title()) + "</h2>\n<p>"
                + escape(RoundText.title(played.round(), models)) + "</p>\n");
        if (drawn)
            html.append("<div class=\"wide\">\n")
                    .append(Picture.of(List.of(played), colophon))
                    .append("\n</div>\n");
        html.append("<div class=\"wide\">\n<table>\n<tr>");
        RoundText.heads().forEach(head -> html.append("<th>" + escape(head) + "</th>"));
        html.append("</tr>\n");
        for (Turn turn : played.turns()) row(html, played, turn);
        html.append("</table>\n</div>\n<p class=\"quiet\">" + escape(RoundText.below(played)) + "</p>\n");
        PageTimes.append(html, played);
    }

    private static void row(StringBuilder html, Played played, Turn turn) {
        html.append("<tr>");
        if (turn instanceof Turn.Taken taken)
            RoundText.cells(played, taken).forEach(cell -> html.append("<td>" + escape(cell) + "</td>"));
        else if (turn instanceof Turn.Missed missed)
            html.append("<td>" + escape(missed.label()) + "</td><td class=\"missed\" colspan=\""
                    + (RoundText.heads().size() - 1) + "\">" + escape(missed.text()) + "</td>");
        html.append("</tr>\n");
    }
}
