package dev.iomodels.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the system says of itself in files, as Linux does below {@code /proc} and {@code /sys}.
 *
 * @param root below which they are: {@code /}
 */
record SystemFiles(Path root) {
    private static final int MOST_BYTES = 1 << 20;

    /** Those of this machine. */
    static SystemFiles here() {
        return new SystemFiles(Path.of("/"));
    }

    /** What is in {@code name}, {@code proc/stat}; empty where there is no such file, or it cannot be read. */
    Optional<String> text(String name) {
        // Settings below proc/sys give all they have to the first read and nothing to a second one, and
        // Files.readString begins with a read of a single byte.
        try (InputStream in = Files.newInputStream(root.resolve(name))) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The number that stands behind {@code key} in a file of lines such as {@code nr_throttled 0}; empty if there is none. */
    OptionalDouble value(String name, String key) {
        return text(name).stream()
                .flatMap(String::lines)
                .map(line -> line.strip().split("[:\\s]+"))
                .filter(words -> words.length > 1 && words[0].equals(key) && words[1].matches("-?\\d+"))
                .mapToDouble(words -> Double.parseDouble(words[1]))
                .findFirst();
    }

    /** What a directory holds, by name; empty where there is none. */
    List<String> names(String directory) {
        try (Stream<Path> all = Files.list(root.resolve(directory))) {
            return all.map(one -> one.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A file that holds one whole number. */
    OptionalDouble number(String name) {
        return text(name).filter(text -> text.matches("-?\\d+")).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }
}
