package dev.iomodels.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A browser that opens a page without a window, once for each page, and keeps nothing of it.
 *
 * @param program Chromium, or a browser that is made of it
 */
public record Chromium(Path program) {
    /** It has no window, no settings of anybody's, and no business in a network. */
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--dump-dom");

    private static final int LAST_LINES = 3;
    private static final Duration END = Duration.ofSeconds(5);

    /**
     * The page as it stands in the browser once it has loaded and its scripts have run, as HTML.
     *
     * @param limit how long that may take; then the browser is ended
     * @throws NotDrawn if the browser cannot be started, is not ready in time, or fails, with what it said
     */
    String open(URI page, Duration limit) {
        Path profile = null;
        try {
            profile = Files.createTempDirectory("iomodels-chromium");
            return open(page, limit, profile);
        } catch (IOException e) {
            throw new NotDrawn(program + ": cannot be run: " + e.getMessage(), e);
        } finally {
            if (profile != null) delete(profile);
        }
    }

    private String open(URI page, Duration limit, Path profile) throws IOException {
        Path dom = profile.resolve("dom.html");
        Path said = profile.resolve("said.txt");
        Process process = new ProcessBuilder(command(page, profile))
                .redirectOutput(dom.toFile())
                .redirectError(said.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                throw new NotDrawn(
                        program + ": not ready with " + page + " after " + limit.toSeconds() + " s" + last(said), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDrawn(program + ": interrupted while it drew " + page, e);
        } finally {
            end(process);
        }
        if (process.exitValue() != 0)
            throw new NotDrawn(program + ": ended with status " + process.exitValue() + last(said), null);
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private List<String> command(URI page, Path profile) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile.resolve("profile"));
        // Its sandbox refuses to serve root, who has often no other user in a container. The page is this tool's own.
        if (System.getProperty("user.name").equals("root")) command.add("--no-sandbox");
        command.add(page.toString());
        return command;
    }

    /** A browser is a tree of processes, whose root does not always take the others with it. */
    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        CompletableFuture<?> ended =
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            ended.get(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // What cannot be ended cannot be waited for.
            return;
        }
    }

    private static String last(Path said) throws IOException {
        String text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "; it said nothing"
                : "; it said at the end:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            // What its last process may still be writing there is for whoever clears temporary files.
            return;
        }
    }
}
