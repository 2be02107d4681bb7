package dev.iomodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code CITATION.cff} says what CFF 1.2.0 demands, and the version that is built. */
final class CitationFileTest {
    private static final Path CITATION = Path.of("..", "CITATION.cff");

    private static Map<String, String> fields() throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : Files.readAllLines(CITATION)) {
            Matcher field = Pattern.compile("([a-z-]+): ?(.*)").matcher(line);
            if (field.matches()) fields.put(field.group(1), field.group(2).replace("\"", ""));
        }
        return fields;
    }

    @Test
    void citationFile_hasTheVersionOfThePom() throws IOException {
        Matcher pom = Pattern.compile("<artifactId>iomodels</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("..", "pom.xml")));
        assertThat(pom.find()).isTrue();
        assertThat(fields()).containsEntry("version", pom.group(1));
    }

    @Test
    void citationFile_hasWhatTheFormatDemands_andTheLicenseThatTheProjectHas() throws IOException {
        assertThat(fields())
                .containsEntry("cff-version", "1.2.0")
                .containsEntry("type", "software")
                .containsEntry("license", "Apache-2.0")
                .containsKeys("message", "title", "abstract", "authors", "keywords");
        assertThat(Files.readString(Path.of("..", "LICENSE"))).contains("Apache License", "Version 2.0");
    }
}
