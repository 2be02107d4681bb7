package dev.iomodels.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iomodels.browser.NeedsBrowser;
import dev.iomodels.result.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    private static final String TEXT =
            "a &lt; b &amp;amp; c\u00a0&gt; \"d\" 'é' </pre>".replace("</pre>", "&lt;/pre&gt;");
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><text>" + TEXT + "</text></svg>";

    @TempDir
    private Path directory;

    private RunDirectory run;

    @BeforeEach
    void makeDirectory() {
        run = new RunDirectory(directory.resolve("run"));
    }

    /** A page that draws these, as a report's page does. */
    private void page(String... keysAndDrawings) throws IOException {
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < keysAndDrawings.length; i += 2)
            figures.append("{key: ")
                    .append(quoted(keysAndDrawings[i]))
                    .append(", svg: ")
                    .append(quoted(keysAndDrawings[i + 1]))
                    .append(", slide: ")
                    .append(quoted(keysAndDrawings[i + 1].replace("9", "16")))
                    .append("},");
        Files.createDirectories(run.path());
        Files.writeString(run.path().resolve("report.html"), """
                <!doctype html><meta charset="utf-8"><script>
                if (location.hash === "#figures") {
                    const pre = document.createElement("pre");
                    pre.id = "figures";
                    pre.textContent = JSON.stringify([%s]);
                    document.documentElement.append(pre);
                }
                </script>
                """.formatted(figures));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("</", "<\\/") + '"';
    }

    private int write() {
        return Figures.write(run, new Chromium(ChromiumPlaces.here().found().orElseThrow()));
    }

    @Test
    @NeedsBrowser
    void figures_areWritten_asThePageDrewThem() throws IOException {
        page("users-wait", SVG, "cost.1", SVG.replace("9", "10"));
        assertThat(write()).isEqualTo(2);
        assertThat(run.files())
                .containsExactly(
                        "figures/cost.1-slide.svg",
                        "figures/cost.1.svg",
                        "figures/users-wait-slide.svg",
                        "figures/users-wait.svg",
                        "report.html")
                .filteredOn(Figures::is)
                .hasSize(4);
        assertThat(run.path().resolve("figures/users-wait.svg")).hasContent(SVG);
        assertThat(run.path().resolve("figures/users-wait-slide.svg")).hasContent(SVG.replace("9", "16"));
    }

    @Test
    @NeedsBrowser
    void figuresOfAnEarlierPage_go_andWhatIsNoFigureStays() throws IOException {
        page("a", SVG, "b", SVG);
        write();
        Files.writeString(run.path().resolve("figures/notes.txt"), "mine");
        page("b", SVG.replace("9", "11"));
        write();
        assertThat(run.files())
                .containsExactly("figures/b-slide.svg", "figures/b.svg", "figures/notes.txt", "report.html");
        assertThat(run.path().resolve("figures/b.svg")).hasContent(SVG.replace("9", "11"));
    }

    @Test
    @NeedsBrowser
    void oneThatIsNoSvg_keepsAllFromBeingWritten() throws IOException {
        page("a", SVG, "b", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>cut off");
        assertThatThrownBy(this::write).isInstanceOf(NotDrawn.class).hasMessageStartingWith("b: no SVG: ");
        assertThat(run.files()).containsExactly("report.html");
    }

    @Test
    @NeedsBrowser
    void pageWithoutFigures_isNamed() throws IOException {
        Files.createDirectories(run.path());
        Files.writeString(run.path().resolve("report.html"), "<pre id=\"figures\"></pre>");
        assertThatThrownBy(this::write)
                .isInstanceOf(NotDrawn.class)
                .hasMessageContaining("report.html: drew no figures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../run", "a/b", ".hidden", "A", "a b", "a\\b", "con:", "é"})
    void nameThatLeadsElsewhere_isRefused(String key) {
        assertThatThrownBy(new Figure(key, SVG, SVG)::check)
                .isInstanceOf(NotDrawn.class)
                .hasMessageContaining("\"" + key + "\": no name for a figure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg/> | begins with <svg>",
                "<html xmlns='http://www.w3.org/1999/xhtml'/> | begins with <html>",
                "'' | no SVG",
                "<svg xmlns='http://www.w3.org/2000/svg'>&nbsp;</svg> | nbsp",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg> | DOCTYPE"
            },
            quoteCharacter = '`')
    void whatIsNoSvg_isRefused_asFigureAndAsSlide(String drawn, String why) {
        for (Figure figure : new Figure[] {new Figure("a", drawn, SVG), new Figure("a", SVG, drawn)})
            assertThatThrownBy(figure::check).isInstanceOf(NotDrawn.class).hasMessageContaining(why);
        new Figure("a", SVG, SVG).check();
    }
}
