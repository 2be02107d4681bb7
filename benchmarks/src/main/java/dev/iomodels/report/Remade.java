package dev.iomodels.report;

import dev.iomodels.result.Mismatch;
import dev.iomodels.result.RunDirectory;
import dev.iomodels.result.Sums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All reports made once more, elsewhere, and held against those in the run's directory, byte by byte. */
final class Remade {
    /** So many lines of a file that differ are shown. */
    private static final int SHOWN = 5;
    /** So much of a line is shown, in characters. */
    private static final int WIDTH = 100;

    private final Path stored;
    private final Path again;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private Remade(Path stored, Path again) {
        this.stored = stored;
        this.again = again;
    }

    /** Every report that is missing or differs, and every file that is no report, no raw file and no figure. */
    static List<Mismatch> compare(RunContents run) {
        Path elsewhere = null;
        try {
            elsewhere = Files.createTempDirectory("iomodels-verify");
            Path into = elsewhere;
            Report.all().forEach(report -> report.write(run, into));
            Remade remade = new Remade(run.directory().path(), into);
            remade.compare(run.directory());
            return remade.mismatches;
        } catch (IOException e) {
            throw new UncheckedIOException(elsewhere + ": reports cannot be made there: " + e.getMessage(), e);
        } finally {
            if (elsewhere != null) delete(elsewhere);
        }
    }

    private void compare(RunDirectory run) throws IOException {
        Set<String> made = new TreeSet<>(new RunDirectory(again).files());
        for (String name : made) file(name);
        for (String name : run.files())
            if (!made.contains(name) && !raw(name) && !Figures.is(name))
                mismatches.add(new Mismatch(name, "not a file of a run"));
    }

    /** Those are looked at elsewhere. */
    private static boolean raw(String name) {
        return name.equals("run.json") || name.equals(Sums.NAME) || name.startsWith("forks/");
    }

    private void file(String name) throws IOException {
        Path file = stored.resolve(name);
        if (!Files.isRegularFile(file)) {
            mismatches.add(new Mismatch(name, "missing"));
            return;
        }
        byte[] was;
        try {
            was = Files.readAllBytes(file);
        } catch (IOException e) {
            mismatches.add(new Mismatch(name, "cannot be read"));
            return;
        }
        byte[] is = Files.readAllBytes(again.resolve(name));
        if (!Arrays.equals(was, is)) differing(name, lines(was), lines(is));
    }

    private void differing(String name, List<String> was, List<String> is) {
        int lines = Math.max(was.size(), is.size());
        int differ = 0;
        for (int i = 0; i < lines; i++) {
            String stored = i < was.size() ? was.get(i) : "";
            String made = i < is.size() ? is.get(i) : "";
            if (i < was.size() && i < is.size() && stored.equals(made)) continue;
            if (++differ <= SHOWN)
                mismatches.add(new Mismatch(
                        name,
                        "line " + (i + 1) + " is \"" + cut(stored, made) + "\", made again \"" + cut(made, stored)
                                + "\""));
        }
        if (differ > SHOWN)
            mismatches.add(new Mismatch(name, (differ - SHOWN) + " more lines are not what they are when made again"));
    }

    /** Bytes as they are: an encoding that knows all of them, so that no two lines look alike that are not. */
    private static List<String> lines(byte[] bytes) {
        return Arrays.asList(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
    }

    /** The part of a line in which it begins to differ from the other one. */
    private static String cut(String line, String other) {
        int same = 0;
        while (same < Math.min(line.length(), other.length()) && line.charAt(same) == other.charAt(same)) same++;
        int from = line.length() <= WIDTH ? 0 : Math.min(Math.max(0, same - WIDTH / 2), line.length() - WIDTH);
        int to = Math.min(line.length(), from + WIDTH);
        String part =
                new String(line.substring(from, to).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return (from > 0 ? "…" : "") + part + (to < line.length() ? "…" : "");
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be removed", e);
        }
    }
}
