package dev.iomodels.cli;

import dev.iomodels.demo.Demo;
import dev.iomodels.demo.Entry;
import dev.iomodels.demo.Plain;
import dev.iomodels.demo.Screen;
import dev.iomodels.demo.Show;
import dev.iomodels.demo.Urls;
import dev.iomodels.fetch.OwnModels;
import dev.iomodels.stub.Delay;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: each model fetches the same few pages, live, and a picture shows who waited when. No measurement. */
@Command(
        name = "demo",
        description =
                "Shows, live, how each IO model fetches the same few pages of the built-in stub, and draws who waited when. One run of"
                        + " each, and not a measurement: that is what run is for.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** The first of three pages takes longest with it: they come back in another order than they were asked for in. */
    private static final String USUAL_SEED = "43";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pages",
            paramLabel = "N,N",
            description = "rounds of so many pages of the stub, 1 to 1000 each, at most five rounds (default: "
                    + Show.USUAL_PAGES + ")")
    private String pages;

    @Option(
            names = "--models",
            paramLabel = "LIST",
            defaultValue = "",
            description =
                    "IO models, such as thread-pool:20,selector, or all (default: blocking,thread-pool,process-pool,virtual-thread,"
                            + "selector,raw-selector, and your own)")
    private String models;

    @Option(
            names = "--delay",
            paramLabel = "DELAY",
            description =
                    "how the stub holds pages back: 200ms, uniform:10ms..90ms, lognormal:20ms..200ms (default: uniform:100ms..900ms"
                            + " for up to 20 pages, less for more)")
    private String delay;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "fixes which page has which delay (default: " + USUAL_SEED + ")")
    private String seed;

    @Option(
            names = "--urls",
            paramLabel = "URL,URL",
            description = "pages of others instead, http or https, which each model asks for once")
    private String urls;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results/demo",
            description = "where demo.html and demo.svg are written (default: results/demo)")
    private String out;

    @Option(names = "--quiet", description = "leaves out the lines for each page")
    private boolean quiet;

    @Mixin
    private OwnCodeOption ownCode;

    /** 1 if a page did not come. */
    @Override
    public Integer call() throws InterruptedException {
        Path directory = directory();
        try (OwnModels known = ownCode.models()) {
            Show show = show(known);
            PrintWriter writer = spec.commandLine().getOut();
            Screen screen = Screen.of(writer, System.getenv("COLUMNS"), charset());
            return new Demo(show, screen, quiet).carryOut(directory, Version.here()) ? 0 : Main.FAILED;
        }
    }

    private Show show(OwnModels known) {
        List<Entry> entries = BadInput.parse("--models", models, text -> Entry.parse(text, known));
        long fixed = BadInput.parse("--seed", seed == null ? USUAL_SEED : seed, PlanOptions::seed);
        List<URI> others = urls == null ? List.of() : BadInput.parse("--urls", urls, Urls::parse);
        if (!others.isEmpty()) alone();
        List<Integer> counts = BadInput.parse("--pages", pages == null ? Show.USUAL_PAGES : pages, Show::parsePages);
        Optional<Delay> held =
                delay == null ? Optional.empty() : Optional.of(BadInput.parse("--delay", delay, Delay::parse));
        return new Show(entries, counts, held, fixed, others);
    }

    /** Pages of others are as many as there are, and held back by nobody. */
    private void alone() {
        Map<String, Optional<String>> ofTheStub = Map.of(
                "--pages", Optional.ofNullable(pages),
                "--delay", Optional.ofNullable(delay),
                "--seed", Optional.ofNullable(seed));
        ofTheStub.forEach((option, value) -> value.ifPresent(text -> {
            throw new BadInput(option + " \"" + Plain.text(text)
                    + "\": says something of the stub's pages, and --urls asks for those of"
                    + " others; leave one of them out, as in demo --urls https://example.com/");
        }));
    }

    private Path directory() {
        Path directory;
        try {
            directory = Path.of(out);
        } catch (InvalidPathException e) {
            throw new BadInput("--out \"" + Plain.text(out) + "\": no path; try --out results/demo");
        }
        Path there = directory.toAbsolutePath().normalize();
        while (!Files.exists(there)) there = there.getParent();
        if (out.isBlank() || !Files.isDirectory(there) || !Files.isWritable(there))
            throw new BadInput("--out \"" + Plain.text(out) + "\": nothing can be written there, because " + there
                    + " is no directory of yours; try --out results/demo");
        return directory;
    }

    /** How the terminal reads what is written; from JDK 18 it may be another charset than that of files. */
    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
