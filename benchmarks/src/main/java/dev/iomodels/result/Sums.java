package dev.iomodels.result;

import dev.iomodels.plan.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A run's {@code SHA256SUMS}: over {@code run.json} and every raw file, in the form that {@code sha256sum -c} checks. */
public final class Sums {
    /** What the file is called. */
    public static final String NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private Sums() {}

    /** Writes it. */
    public static void write(RunDirectory run) {
        AtomicFile.write(run.path().resolve(NAME), text(raw(run.path()), run.path()));
    }

    /**
     * One digest for all that a cell's numbers were made from: of the lines that {@code sha256sum} prints for the raw files
     * of its forks, in the order of their names, and for {@code run.json}.
     *
     * @throws Unreadable naming a file that cannot be read
     */
    public static String digest(RunDirectory run, Cell cell) {
        return digest(run, List.of(cell));
    }

    /** The same for all that was made from several cells. @throws Unreadable naming a file that cannot be read */
    public static String digest(RunDirectory run, List<Cell> cells) {
        // Not all of the run is listed for it: every cell of a page has such a digest.
        Stream<Path> forks = cells.stream()
                .map(cell -> run.path().resolve(RunDirectory.FORKS).resolve(cell.path()))
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(directory -> files(directory).stream());
        List<Path> files =
                Stream.concat(forks, Stream.of(run.runJson())).sorted().toList();
        return sha256(text(files, run.path()).getBytes(StandardCharsets.UTF_8));
    }

    /** Every raw file that is not what {@code SHA256SUMS} says, is missing or is not in it; and what is wrong with it itself. */
    public static List<Mismatch> check(RunDirectory run) {
        byte[] stored;
        try {
            stored = Files.readAllBytes(run.path().resolve(NAME));
        } catch (IOException e) {
            return List.of(new Mismatch(NAME, "missing, or cannot be read: nothing vouches for the raw files"));
        }
        List<Mismatch> mismatches = new ArrayList<>();
        Map<String, String> said = parse(new String(stored, StandardCharsets.UTF_8), mismatches);
        StringBuilder text = new StringBuilder();
        for (Path file : raw(run.path())) {
            String name = relative(run.path(), file);
            String before = said.remove(name);
            try {
                String now = sha256(file);
                text.append(line(now, name));
                if (before == null) mismatches.add(new Mismatch(name, "added: not in " + NAME));
                else if (!before.equals(now)) mismatches.add(new Mismatch(name, "changed: not what " + NAME + " says"));
            } catch (Unreadable e) {
                mismatches.add(Mismatch.of(name, e));
            }
        }
        said.keySet().forEach(name -> mismatches.add(new Mismatch(name, "missing: it is in " + NAME)));
        if (mismatches.isEmpty() && !Arrays.equals(stored, text.toString().getBytes(StandardCharsets.UTF_8)))
            mismatches.add(
                    new Mismatch(NAME, "changed: its lines are not in the order or form that they were written"));
        return mismatches;
    }

    private static Map<String, String> parse(String text, List<Mismatch> mismatches) {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches())
                mismatches.add(new Mismatch(NAME, "line " + (i + 1) + " is no checksum and file: " + lines.get(i)));
            else if (said.put(line.group(2), line.group(1)) != null)
                mismatches.add(new Mismatch(NAME, "line " + (i + 1) + " names " + line.group(2) + " once more"));
        }
        return said;
    }

    private static String text(List<Path> files, Path run) {
        StringBuilder text = new StringBuilder();
        for (Path file : files) text.append(line(sha256(file), relative(run, file)));
        return text.toString();
    }

    private static String line(String sum, String name) {
        return sum + "  " + name + "\n";
    }

    /** Whether it is there. */
    public static boolean there(RunDirectory run) {
        return Files.exists(run.path().resolve(NAME));
    }

    /** Removes it: what it says will not be true any more. */
    public static void remove(RunDirectory run) {
        Path file = run.path().resolve(NAME);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be removed", e);
        }
    }

    private static List<Path> raw(Path run) {
        return files(run).stream()
                .filter(file -> relative(run, file).equals(RunDirectory.RECORD)
                        || relative(run, file).startsWith(RunDirectory.FORKS))
                .toList();
    }

    /** Everything below {@code run} that is no directory, in the order of the names. */
    static List<Path> files(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Unreadable(run, "cannot be listed", e);
        }
    }

    /** The file's place in the run directory, the same on every system. */
    static String relative(Path run, Path file) {
        return run.relativize(file).toString().replace('\\', '/');
    }

    private static String sha256(Path file) {
        try {
            return sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unreadable(file, "cannot be read", e);
        }
    }

    /** Of these bytes, in hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
