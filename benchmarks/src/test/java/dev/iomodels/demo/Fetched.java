package dev.iomodels.demo;

import dev.iomodels.fetch.Fetcher;
import dev.iomodels.fetch.IoModel;
import dev.iomodels.fetch.OwnModels;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Rounds that tests fetch, and what they make up. */
final class Fetched {
    static final Duration PATIENT = Duration.ofSeconds(50);
    static final Colophon COLOPHON = new Colophon("iomodels 1 & \"2\"", "JDK <17>", "a machine", "2026-11-28");

    private Fetched() {}

    /** The one that {@code text} names. */
    static Entry entry(String text) {
        try (OwnModels known = OwnModels.on(List.of())) {
            return Entry.parse(text, known).get(0);
        }
    }

    static List<Entry> entries(String text) {
        try (OwnModels known = OwnModels.on(List.of())) {
            return Entry.parse(text, known);
        }
    }

    /** What {@code entry} made of {@code round}, a stub's; what it announced is added to {@code lines}. */
    static Turn.Taken by(Entry entry, Round round, List<String> lines) throws InterruptedException {
        int pages = round.pages().size();
        try (Fetcher fetcher = entry.open(entry.stub(round.base(), pages, PATIENT, Optional.empty()));
                Announcer announcer = new Announcer(lines::add)) {
            List<Fetch> fetches = new Asker(round, fetcher, announcer, System::nanoTime).ask(PATIENT.toNanos());
            return new Turn.Taken(entry.model(), entry.label(pages), fetches);
        }
    }

    static List<String> lines() {
        return Collections.synchronizedList(new ArrayList<>());
    }

    /** A turn that nobody took: pages asked for and ended at these milliseconds, in pairs. */
    static Turn.Taken madeUp(IoModel model, Round round, long... millis) {
        List<Fetch> fetches = new ArrayList<>();
        for (int i = 0; i < millis.length / 2; i++)
            fetches.add(new Fetch(
                    round.pages().get(i),
                    millis[2 * i] * 1_000_000,
                    millis[2 * i + 1] * 1_000_000,
                    200,
                    1024,
                    "",
                    "a thread"));
        return new Turn.Taken(model, model.name(), fetches);
    }

    /** The same with the page at {@code number} failed. */
    static Turn.Taken failed(Turn.Taken turn, int number, String problem) {
        List<Fetch> fetches = new ArrayList<>(turn.fetches());
        Fetch fetch = fetches.get(number);
        fetches.set(
                number, new Fetch(fetch.page(), fetch.askedNanos(), fetch.endNanos(), 0, 0, problem, fetch.thread()));
        return new Turn.Taken(turn.model(), turn.label(), fetches);
    }

    /** Plays a show on the stub at {@code stub}, and gives all that was shown. */
    static Shown show(Show show, URI stub) throws InterruptedException {
        StringWriter text = new StringWriter();
        Screen screen = new Screen(new PrintWriter(text), 80, false);
        List<Played> rounds = new Demo(show, screen, false).play(new WarmUp(stub));
        return new Shown(rounds, text.toString());
    }

    record Shown(List<Played> rounds, String text) {}
}
