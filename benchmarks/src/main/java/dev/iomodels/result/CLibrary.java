package dev.iomodels.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The C library that this process has loaded. A JDK may bring one of its own, so the machine's says nothing: the file
 * is the one that is mapped into memory, and its version the one that it has inside.
 */
final class CLibrary {
    private static final Pattern GLIBC_FILE = Pattern.compile("/libc(\\.so\\.6|-[0-9.]+\\.so)$");
    private static final Pattern MUSL_FILE = Pattern.compile("/(ld-musl-[^/]+\\.so\\.1|libc\\.musl-[^/]+\\.so\\.1)$");
    /** The banner that running the file prints: "GNU C Library (Debian GLIBC 2.36-9) stable release version 2.36." */
    private static final Pattern GLIBC = Pattern.compile("GNU C Library [^\0\n]{0,100}release version ([0-9.]*[0-9])");
    /** The text that it prints after "musl libc (x86_64)\nVersion " is a string by itself. */
    private static final Pattern MUSL = Pattern.compile("\0([0-9]+\\.[0-9]+\\.[0-9]+[^\0]{0,40})\0");

    private static final String LOADED = of(OwnProcess.lines("maps"));

    private CLibrary() {}

    /** {@code glibc 2.36}, {@code musl 1.2.4}; empty if unknown. */
    static String loaded() {
        return LOADED;
    }

    /** The same, of a process with this memory map, as in {@code /proc/self/maps}. */
    static String of(List<String> maps) {
        return maps.stream()
                .filter(line -> line.indexOf('/') >= 0)
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .map(CLibrary::named)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> named(String file) {
        if (GLIBC_FILE.matcher(file).find()) return version(file, GLIBC).map(version -> "glibc " + version);
        if (MUSL_FILE.matcher(file).find()) return version(file, MUSL).map(version -> "musl " + version);
        return Optional.empty();
    }

    private static Optional<String> version(String file, Pattern pattern) {
        try {
            String bytes = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
            Matcher found = pattern.matcher(bytes);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
