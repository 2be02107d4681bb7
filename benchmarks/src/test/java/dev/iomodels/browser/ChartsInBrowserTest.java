package dev.iomodels.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsBrowser
final class ChartsInBrowserTest {
    /** Charts that a run of its own can have. */
    private static final int CHARTS = 9;

    private final Browser browser;
    private final Pages pages;

    ChartsInBrowserTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.pages = pages;
    }

    private void assertNothingWentWrong() {
        assertThat((List<?>) browser.run("return iomodels.errors")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyChart_drawsWhereItStands_withoutAnErrorOrAWarning(String scheme) {
        browser.scheme(scheme);
        browser.open(pages.everything());
        Object drawn = browser.run("""
                iomodels.drawAll();
                return [...document.querySelectorAll('figure')].map(figure => {
                  const svg = figure.querySelector('.chart svg');
                  return {
                    id: figure.id,
                    marks: svg ? svg.querySelectorAll('path, circle, polyline, rect').length : 0,
                    texts: svg ? svg.querySelectorAll('text').length : 0,
                    buttons: figure.querySelectorAll('.figure-buttons button').length,
                    table: !!figure.querySelector('details.figure-table')
                  };
                });
                """);
        assertThat((List<?>) drawn).hasSizeGreaterThanOrEqualTo(CHARTS).allSatisfy(one -> {
            Map<?, ?> figure = (Map<?, ?>) one;
            assertThat((Long) figure.get("marks")).as("%s", figure).isGreaterThan(3);
            assertThat((Long) figure.get("texts")).as("%s", figure).isGreaterThan(3);
            assertThat(figure.get("buttons")).as("%s", figure).isEqualTo(5L);
            assertThat(figure.get("table")).as("%s", figure).isEqualTo(true);
        });
        assertNothingWentWrong();
    }

    @Test
    void pagesOfLists_andOfTwoRuns_drawWhatTheyHave() {
        for (Path page : List.of(pages.lists(), pages.comparison())) {
            browser.open(page);
            assertThat((List<?>) browser.run("""
                    iomodels.drawAll();
                    iomodels.openAll();
                    return [...document.querySelectorAll('figure')].map(figure =>
                      figure.querySelector('.chart svg').querySelectorAll('path, circle, polyline').length);
                    """))
                    .as("%s", page)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(marks -> assertThat((Long) marks).isGreaterThan(3));
            assertThat((String) browser.run("return document.getElementById('content').innerText"))
                    .contains("Answers")
                    .doesNotContain("undefined", "NaN", "[object");
            assertNothingWentWrong();
        }
    }

    @Test
    void figuresOfTwoRuns_sayWhichTheyAre() {
        browser.open(pages.comparison());
        assertThat((List<?>) browser.run("""
                return iomodels.all().filter(figure => figure.runs).map(figure => iomodels.svg(figure.key, {slide: true}));
                """))
                .isNotEmpty()
                .allSatisfy(slide -> assertThat((String) slide).contains("A: ", "B: ", "ratio"));
    }

    /** Each choice of scenario, metric or JDK is a figure of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyFigure_drawsAsAFile_onAPageAndOnASlide(String theme) {
        browser.open(pages.everything());
        Object wrong = browser.run("""
                const wrong = [], keys = new Set();
                for (const figure of iomodels.all()) {
                  if (keys.has(figure.key)) wrong.push(figure.key + ': twice');
                  keys.add(figure.key);
                  if (!/^[a-z0-9][a-z0-9@._-]*$/.test(figure.key)) wrong.push(figure.key + ': no name for a file');
                  for (const slide of [false, true]) {
                    const svg = iomodels.svg(figure.key, {theme: arguments[0], slide});
                    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
                    const name = figure.key + (slide ? ', slide' : '');
                    if (root.tagName !== 'svg' || root.querySelector('parsererror')) wrong.push(name + ': does not parse');
                    if (root.querySelectorAll('svg path, svg circle, svg polyline').length < 3) wrong.push(name + ': no marks');
                    if (/NaN|undefined|\\[object|Infinity/.test(svg)) wrong.push(name + ': ' + /.{20}(NaN|undefined|\\[object|Infinity)/.exec(svg)[0]);
                    if (/https?:\\/\\/(?!www\\.w3\\.org)|<script|<image|<foreignObject/.test(svg)) wrong.push(name + ': leads elsewhere');
                    if (slide && !(root.getAttribute('width') === '1920' && root.getAttribute('height') === '1080')) wrong.push(name + ': no 1920 × 1080');
                    if (![...root.children].some(child => child.tagName === 'text')) wrong.push(name + ': without its title');
                  }
                  const {head, rows} = figure.table;
                  if (!rows.length || rows.some(row => row.length !== head.length)) wrong.push(figure.key + ': no table');
                }
                return [keys.size, wrong];
                """, theme);
        List<?> found = (List<?>) wrong;
        assertThat((List<?>) found.get(1)).as("of %s figures", found.get(0)).isEmpty();
        assertThat((Long) found.get(0)).isGreaterThan(CHARTS);
        assertNothingWentWrong();
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyChoice_redrawsItsChart_andItsTableTellsTheSame(String scheme) {
        browser.scheme(scheme);
        browser.open(pages.everything());
        Object chosen = browser.run("""
                iomodels.drawAll();
                let chosen = 0;
                for (const figure of document.querySelectorAll('figure')) {
                  figure.querySelector('details').open = true;
                  for (const name of [...figure.querySelectorAll('select')].map(select => select.name))
                    for (let i = 0; ; i++) {
                      const select = figure.querySelector(`select[name="${name}"]`);
                      if (!select || i >= select.options.length) break;
                      select.selectedIndex = i;
                      select.dispatchEvent(new Event('change'));
                      chosen++;
                    }
                }
                return chosen;
                """);
        assertThat((Long) chosen).isGreaterThan(5);
        assertNothingWentWrong();
    }
}
