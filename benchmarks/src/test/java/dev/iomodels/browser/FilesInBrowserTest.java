package dev.iomodels.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.cli.CommandLineOfTests;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;

@NeedsBrowser
final class FilesInBrowserTest {
    private final Browser browser;
    private final Path page;

    FilesInBrowserTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.page = pages.markup();
    }

    @BeforeEach
    void open() {
        browser.scheme("light");
        browser.open(page);
    }

    private List<WebElement> buttons(String label) {
        List<WebElement> buttons = browser.all(".figure-buttons button").stream()
                .filter(button -> label.equals(button.getDomProperty("textContent")))
                .toList();
        assertThat(buttons).hasSizeGreaterThan(3);
        return buttons;
    }

    private Path saved(WebElement button, String ending) {
        Path file = browser.saved(() -> browser.run("arguments[0].click()", button));
        assertThat(file.getFileName().toString()).startsWith(run() + "-").endsWith(ending);
        return file;
    }

    private String run() {
        return page.getParent().getFileName().toString();
    }

    @Test
    void svg_ofEveryChart_parses_andSaysWhereItComesFrom() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        for (WebElement button : buttons("SVG")) {
            Path file = saved(button, ".svg");
            var root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            assertThat(root.getLocalName()).isEqualTo("svg");
            assertThat(root.getTextContent()).contains(run(), "A Processor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void png_isAPicture_andASlideFillsAScreen(String scheme) throws IOException {
        browser.scheme(scheme);
        for (WebElement button : buttons("PNG").subList(0, 2)) {
            BufferedImage image = ImageIO.read(saved(button, ".png").toFile());
            assertThat(image.getWidth()).isGreaterThan(1_500);
            assertThat(colours(image)).isGreaterThan(5);
        }
        for (WebElement button : buttons("Slide").subList(0, 2)) {
            BufferedImage image = ImageIO.read(saved(button, "-slide.png").toFile());
            assertThat(image.getWidth()).isEqualTo(1_920);
            assertThat(image.getHeight()).isEqualTo(1_080);
            assertThat(colours(image)).isGreaterThan(5);
        }
    }

    private static long colours(BufferedImage image) {
        return Stream.iterate(0, x -> x < image.getWidth(), x -> x + 3)
                .flatMap(x -> Stream.iterate(0, y -> y < image.getHeight(), y -> y + 3)
                        .map(y -> image.getRGB(x, y)))
                .distinct()
                .count();
    }

    @Test
    void csv_ofEveryChart_hasRowsAsLongAsItsHead() throws IOException {
        for (WebElement button : buttons("CSV")) {
            List<List<String>> rows = rows(Files.readString(saved(button, ".csv")));
            assertThat(rows).hasSizeGreaterThan(1);
            assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
        }
    }

    /** RFC 4180. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : csv.toCharArray())
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',' || !quoted && c == '\n') {
                rows.get(rows.size() - 1).add(field.toString());
                field.setLength(0);
                if (c == '\n') rows.add(new ArrayList<>());
            } else if (quoted || c != '\r') field.append(c);
        assertThat(quoted).isFalse();
        assertThat(rows.remove(rows.size() - 1)).isEmpty();
        return rows;
    }

    @Test
    void citation_ofAFigure_isWhatTheCommandPrintsOfItsNumbers() {
        browser.run("arguments[0].click()", buttons("Citation").get(0));
        String cited = Browser.await(
                "the citation",
                () -> browser.all(".figure-said textarea").stream()
                        .map(area -> area.getDomProperty("value"))
                        .filter(Objects::nonNull));
        List<String> lines = cited.lines().toList();
        assertThat(lines.get(0)).contains(run());
        List<?> ids = (List<?>) browser.run(
                "return iomodels.figures.of(iomodels.charts.find(c => iomodels.figures.of(c).length))[0].ids");
        assertThat(lines).hasSize(1 + ids.size());
        for (int i = 0; i < ids.size(); i++)
            assertThat(lines.get(i + 1)).isEqualTo(cite(ids.get(i).toString()));
    }

    @Test
    void citation_ofEveryNumberOfACell_isWhatTheCommandPrints() {
        List<?> ids = (List<?>)
                browser.run("const cell = iomodels.data.cells.find(cell => cell.contender.includes('script'));"
                        + "return Object.keys(cell.numbers).map(metric => iomodels.find.id(cell, metric))");
        assertThat(ids).hasSizeGreaterThan(10);
        for (Object id : ids)
            assertThat(browser.run("return iomodels.citation(arguments[0])", id))
                    .isEqualTo(cite(id.toString()));
    }

    /** The command has a line for each objection, the page one for all. */
    private String cite(String id) {
        String said = CommandLineOfTests.said(
                        "cite", id, "--results", page.getParent().getParent().toString())
                .strip();
        return said.replace("\nnot to be cited: " + id + ": ", "; ");
    }
}
