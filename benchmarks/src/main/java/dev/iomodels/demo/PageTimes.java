package dev.iomodels.demo;

import static dev.iomodels.demo.Markup.escape;

import java.util.List;

/** What the bars of a round are drawn from, as a table of HTML that is folded away: each page, and when each model had it. */
final class PageTimes {
    private PageTimes() {}

    static void append(StringBuilder html, Played played) {
        List<Turn.Taken> taken = played.taken();
        if (taken.isEmpty()) return;
        boolean failed = taken.stream().anyMatch(turn -> turn.failed() > 0);
        html.append("<details" + (failed ? " open" : "")
                + "><summary>Page by page: asked for → came, since the first was asked for</summary>\n"
                + "<div class=\"wide\">\n<table>\n<tr><th>page</th>");
        if (played.round().held()) html.append("<th>delay</th>");
        taken.forEach(turn -> html.append("<th>" + escape(turn.label()) + "</th>"));
        html.append("</tr>\n");
        for (int i = 0; i < played.round().pages().size(); i++) row(html, played, taken, i);
        html.append("</table>\n</div>\n</details>\n");
    }

    private static void row(StringBuilder html, Played played, List<Turn.Taken> taken, int number) {
        Round round = played.round();
        var page = round.pages().get(number);
        String name = round.held() ? "/page/" + page.number() : page.number() + ": " + round.shown(page);
        html.append("<tr><td>" + escape(name) + "</td>");
        if (round.held()) html.append("<td>" + escape(Times.text(page.delayNanos())) + "</td>");
        for (Turn.Taken turn : taken) html.append(cell(turn.fetches().get(number)));
        html.append("</tr>\n");
    }

    private static String cell(Fetch fetch) {
        String times = Times.text(fetch.askedNanos()) + " → " + Times.text(fetch.endNanos());
        if (!fetch.failed()) return "<td>" + escape(times) + "</td>";
        return "<td class=\"failed\">" + escape(times + " failed: " + fetch.problem()) + "</td>";
    }
}
