package dev.iomodels.demo;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.result.AtomicFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The talk that this project grew from, live: the same pages, fetched by each model in turn, and a picture of who waited when. One run of
 * each and no measurement.
 */
public final class Demo {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Show show;
    private final Screen screen;
    private final boolean quiet;

    /** @param quiet whether not every page is announced */
    public Demo(Show show, Screen screen, boolean quiet) {
        this.show = show;
        this.screen = screen;
        this.quiet = quiet;
    }

    /**
     * Shows everything, and writes {@code demo.html} and {@code demo.svg} into {@code out}.
     *
     * @return whether every page came, of every model that was not skipped
     */
    public boolean carryOut(Path out, String tool) throws InterruptedException {
        screen.line(Colophon.LABEL);
        Colophon colophon = Colophon.here(tool);
        screen.line(colophon.text());
        List<Played> rounds;
        try (Stubs stubs = Stubs.start(show.overTls())) {
            rounds = play(stubs.warmUp());
        }
        write(rounds, colophon, out);
        return rounds.stream().allMatch(Played::allCame);
    }

    /** All rounds. */
    List<Played> play(WarmUp warmUp) throws InterruptedException {
        screen.line(
                "Before its turn, each model fetches some pages of the built-in stub that are not shown: loading classes, starting"
                        + " workers and connecting are not what this is about.");
        List<Round> rounds = show.rounds(warmUp.stub());
        List<Played> played = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            screen.line("");
            screen.line("== " + (rounds.size() > 1 ? "Round " + (i + 1) + " of " + rounds.size() + ": " : "")
                    + RoundText.title(rounds.get(i), show.entries().size()) + " ==");
            played.add(play(rounds.get(i), warmUp));
        }
        return played;
    }

    private Played play(Round round, WarmUp warmUp) throws InterruptedException {
        List<Turn> turns = new ArrayList<>();
        for (Entry entry : show.entries()) {
            String label = entry.label(round.pages().size());
            screen.line("");
            Turn turn = turn(entry, label, round, warmUp);
            turns.add(turn);
            if (turn instanceof Turn.Taken taken) screen.line(RoundText.took(new Played(round, turns), taken));
            else if (turn instanceof Turn.Missed missed) screen.line("-- " + label + " -- " + missed.text());
        }
        Played played = new Played(round, turns);
        show(played);
        return played;
    }

    private Turn turn(Entry entry, String label, Round round, WarmUp warmUp) throws InterruptedException {
        var lack = entry.lacks(round);
        if (lack.isPresent()) return new Turn.Missed(entry.model(), label, lack.get(), 0);
        Duration timeout = TIMEOUT.plusNanos(round.longestNanos());
        try (Fetcher fetcher = warmUp.open(entry, round, timeout)) {
            screen.line("-- " + label + ": " + fetcher.limits() + " --");
            try (Announcer announcer = new Announcer(line -> {
                if (!quiet) screen.line(line);
            })) {
                List<Fetch> fetches = new Asker(round, fetcher, announcer, System::nanoTime)
                        .ask(timeout.multipliedBy(2).toNanos());
                return new Turn.Taken(entry.model(), label, fetches);
            }
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            return new Turn.Missed(entry.model(), label, why, round.pages().size());
        }
    }

    private void show(Played played) {
        screen.line("");
        RoundText.timelines(played, screen.width()).forEach(screen::cut);
        screen.line("");
        RoundText.table(played).forEach(screen::line);
        screen.line(RoundText.below(played));
        screen.line(Colophon.LABEL);
    }

    private void write(List<Played> rounds, Colophon colophon, Path out) {
        Path html = out.resolve("demo.html");
        Path svg = out.resolve("demo.svg");
        String page = HtmlPage.of(rounds, colophon);
        String slide = Picture.of(rounds, colophon) + "\n";
        AtomicFile.write(html, page);
        AtomicFile.write(svg, slide);
        screen.line("");
        screen.line("The picture: " + html.toAbsolutePath().normalize() + ", and for a slide "
                + svg.toAbsolutePath().normalize());
    }
}
