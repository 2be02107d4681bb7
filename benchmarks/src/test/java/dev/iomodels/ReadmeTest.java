package dev.iomodels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.cli.CommandLineOfTests;
import dev.iomodels.stub.StubMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents tell people to type is understood, where they point to is there, and the model that the README shows is whole. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    static Stream<String> commands() throws IOException {
        return Documents.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command_ofTheDocuments_isUnderstood(String command) {
        assertThat(CommandLineOfTests.complaint(Documents.words(command).toArray(String[]::new)))
                .isEmpty();
    }

    static Stream<String> commandsOfTheStub() throws IOException {
        return Documents.commandsOfTheStub();
    }

    @ParameterizedTest
    @MethodSource("commandsOfTheStub")
    void commandOfTheStub_isUnderstood(String command) {
        List<String> words = Documents.words(command);
        assertThat(new CommandLine(StubMain.class)
                        .parseArgs(words.toArray(String[]::new))
                        .unmatched())
                .isEmpty();
    }

    static List<Path> documents() {
        return Documents.all();
    }

    /** To a file, a heading in it, or a heading of the same document, by the names that GitHub gives them. */
    @ParameterizedTest
    @MethodSource("documents")
    void link_ofTheDocuments_leadsSomewhere(Path document) throws IOException {
        Matcher link = Pattern.compile("]\\((?!http)([^)#]*)(?:#([^)]*))?\\)").matcher(Files.readString(document));
        while (link.find()) {
            Path to = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
            assertThat(to).exists();
            if (link.group(2) != null) assertThat(headings(to)).contains(link.group(2));
        }
    }

    private static List<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** As Maven passes them: without a value, where nobody gave one. */
    @Test
    void propertiesOfMaven_areOptionsOfRun_andThoseOfTheDocumentsAreThere() throws IOException {
        Matcher found = Pattern.compile("<argument>(--[a-z-]+)=\\$\\{(\\w+)}</argument>")
                .matcher(Files.readString(Path.of("pom.xml")));
        List<String> words = new ArrayList<>(List.of("run"));
        Set<String> properties = new HashSet<>();
        while (found.find()) {
            words.add(found.group(1) + "=");
            properties.add(found.group(2));
        }
        assertThat(CommandLineOfTests.complaint(words.toArray(String[]::new))).isEmpty();
        assertThat(Documents.text()
                        .lines()
                        .filter(line -> line.startsWith("mvn "))
                        .flatMap(line ->
                                Pattern.compile("-D(\\w+)=").matcher(line).results())
                        .map(result -> result.group(1)))
                .contains("jdks", "resume")
                .isSubsetOf(properties);
    }

    static Stream<String> scenarios() throws IOException {
        Matcher found = Pattern.compile("-Dscenario=(\\S+)").matcher(Documents.text());
        return found.results().map(result -> result.group(1));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenario_ofTheDocuments_isOne(String scenario) {
        assertThat(dev.iomodels.plan.Scenarios.parse(scenario)).isNotEmpty();
    }

    @Test
    void model_ofTheReadme_compiles(@TempDir Path directory) throws IOException {
        Matcher code = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(code.find()).isTrue();
        Matcher name = Pattern.compile("class (\\w+)").matcher(code.group(1));
        assertThat(name.find()).isTrue();
        Path file = Files.writeString(directory.resolve(name.group(1) + ".java"), code.group(1));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new javax.tools.DiagnosticCollector<javax.tools.JavaFileObject>();
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            List<String> options =
                    List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            boolean compiled = compiler.getTask(null, files, problems, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(problems.getDiagnostics().toString()).isTrue();
        }
    }
}
