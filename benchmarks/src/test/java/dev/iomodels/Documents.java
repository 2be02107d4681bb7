package dev.iomodels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents, and what they tell people to type. */
public final class Documents {
    private static final Path ROOT = Path.of("..");
    private static final String TOOL = "java -jar benchmarks/target/benchmarks\\.jar ";
    /** A whole command; or, between backticks, one without the words before it; or options of {@code run}. */
    private static final Pattern COMMAND = Pattern.compile(TOOL + "([^`\n#]+)"
            + "|`((?:run|capacity|rerun|report|compare|cite|verify|doctor|demo|list|jmh) [^`\n…]+)`"
            + "|`(--scenario [^`\n…]+)`");

    private static final Pattern STUB = Pattern.compile("java -jar server-stub/target/server-stub\\.jar ([^`\n#&]+)");
    private static final Pattern GOES_ON = Pattern.compile("\\\\\\R\\s*");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private Documents() {}

    /** All that there are. */
    public static List<Path> all() {
        return Stream.of("README.md", "METHOD.md", "CONTRIBUTING.md", "results/README.md")
                .map(ROOT::resolve)
                .toList();
    }

    /** What one of them says. */
    public static String text(String name) throws IOException {
        return Files.readString(ROOT.resolve(name));
    }

    /** What all of them say. */
    public static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path document : all()) text.append(Files.readString(document)).append('\n');
        return text.toString();
    }

    /** Every command of this tool that they have, without what starts it, each once. */
    public static Stream<String> commands() throws IOException {
        return COMMAND.matcher(GOES_ON.matcher(text()).replaceAll(" "))
                .results()
                .map(found -> found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : "run " + found.group(3))
                .map(String::strip)
                .distinct();
    }

    /** The same of the stub's. */
    static Stream<String> commandsOfTheStub() throws IOException {
        return STUB.matcher(text())
                .results()
                .map(found -> found.group(1).strip())
                .distinct();
    }

    /** A command's words, as a shell would hand them over. */
    public static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command).results().forEach(word -> words.add(word.group().replace("\"", "")));
        return words;
    }
}
