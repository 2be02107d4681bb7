package dev.iomodels.report;

import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run's {@code report.html} as files: {@code figures/KEY.svg}, and {@code KEY-slide.svg} for slides. */
public final class Figures {
    /** Where they are, below a run's directory. */
    public static final String DIRECTORY = "figures";

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern FILE = Pattern.compile(DIRECTORY + "/[a-z0-9][a-z0-9@._-]*\\.svg");
    private static final Pattern DRAWN = Pattern.compile("<pre id=\"figures\"[^>]*>(\\[.*?)</pre>", Pattern.DOTALL);

    private Figures() {}

    /** Whether a file of a run is called like one of its figures. */
    static boolean is(String name) {
        return FILE.matcher(name).matches();
    }

    /**
     * Has {@code chromium} draw the figures of the run's page, and writes them; those of an earlier page go. All of them are looked at
     * before the first is written.
     *
     * @return how many there are
     * @throws NotDrawn if the browser fails, or what it drew is no figure
     */
    public static int write(RunDirectory run, Chromium chromium) {
        Path page = run.path().resolve("report.html").toAbsolutePath().normalize();
        List<Figure> figures = of(chromium.open(URI.create(page.toUri() + "#figures"), LIMIT), page);
        figures.forEach(Figure::check);
        Path directory = run.path().resolve(DIRECTORY);
        figures.forEach(figure -> figure.write(directory));
        Set<String> written = new HashSet<>();
        figures.forEach(figure -> written.addAll(figure.names()));
        removeOthers(directory, written);
        return figures.size();
    }

    private static List<Figure> of(String dom, Path page) {
        Matcher drawn = DRAWN.matcher(dom);
        if (!drawn.find())
            throw new NotDrawn(page + ": drew no figures in the browser; report RUN makes the page again", null);
        try {
            return List.of(JsonMapper.shared().readValue(text(drawn.group(1)), Figure[].class));
        } catch (JacksonException e) {
            throw new NotDrawn(page + ": drew figures that cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /** The text that a browser serialises as this HTML: it writes these four and no other references. */
    private static String text(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&amp;", "&");
    }

    private static void removeOthers(Path directory, Set<String> written) {
        if (!Files.isDirectory(directory)) return;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (is(DIRECTORY + "/" + name) && !written.contains(name)) Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": figures of an earlier page cannot be removed", e);
        }
    }
}
