package dev.iomodels.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.cli.CommandLineOfTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** With eyes that need contrast, without a mouse, on paper, and by who wants to quote. */
@NeedsBrowser
final class ReadingInBrowserTest {
    private static final int MOST_TABS = 150;

    private final Browser browser;
    private final Pages pages;

    ReadingInBrowserTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.pages = pages;
    }

    @BeforeEach
    void light() {
        browser.scheme("light");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void text_standsOutFromWhatIsBehindIt(String scheme) {
        browser.scheme(scheme);
        browser.open(pages.markup());
        List<?> found = (List<?>)
                browser.run("iomodels.drawAll(); iomodels.openAll();" + Contrast.SCRIPT + "return contrasts();");
        assertThat((Long) found.get(0)).as("texts looked at").isGreaterThan(200);
        assertThat((List<?>) found.get(1))
                .as("below 4.5 to 1, large ones below 3 to 1")
                .isEmpty();
    }

    @Test
    void lightAndDark_differ_andTheButtonChoosesBetweenThem() {
        String background = "return getComputedStyle(document.documentElement).backgroundColor"
                + " + getComputedStyle(document.body).backgroundColor";
        browser.open(pages.markup());
        Object light = browser.run(background);
        browser.scheme("dark");
        Object dark = browser.run(background);
        assertThat(dark).isNotEqualTo(light);
        browser.run("document.querySelector('button.theme').click()");
        assertThat(browser.run(background)).isEqualTo(light);
        browser.run("document.querySelector('button.theme').click()");
        assertThat(browser.run(background)).isEqualTo(dark);
    }

    @Test
    void tabKey_reachesAChartsButtons_withAFocusThatIsSeen() {
        browser.open(pages.markup());
        for (int i = 0; i < MOST_TABS; i++) {
            browser.type(Keys.TAB);
            WebElement focused = browser.focused();
            assertThat(browser.run("""
                            const style = getComputedStyle(arguments[0]);
                            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
                            """, focused))
                    .as("%s", focused.getDomProperty("outerHTML"))
                    .isEqualTo(true);
            if (!"SVG".equals(focused.getDomProperty("textContent"))) continue;
            assertThat(browser.saved(() -> browser.type(Keys.ENTER)).toString()).endsWith(".svg");
            return;
        }
        throw new AssertionError("no button of a chart after " + MOST_TABS + " tabs");
    }

    @Test
    void everyNumberOfATable_isALinkToItself_whoseIdIsThereOnce() {
        browser.open(pages.everything());
        List<?> wrong = (List<?>) browser.run("""
                iomodels.openAll();
                const links = [...document.querySelectorAll('a[data-id]')], wrong = [];
                for (const link of links) {
                  const id = link.dataset.id, at = document.getElementById(id);
                  if (!iomodels.find.named(id)) wrong.push(id + ': names no number');
                  if (link.getAttribute('href') !== '#' + id) wrong.push(id + ': leads to ' + link.getAttribute('href'));
                  if (!at || at.dataset.id !== id) wrong.push(id + ': not on the page');
                }
                const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
                for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) wrong.push(id + ': twice');
                for (const cell of iomodels.data.cells.filter(cell => cell.status === 'measured'))
                  for (const metric of Object.keys(cell.numbers).slice(0, 3))
                    if (!document.getElementById(iomodels.find.id(cell, metric))) wrong.push(cell.path + '/' + metric + ': nowhere');
                return wrong.concat(links.length > 200 ? [] : ['only ' + links.length + ' links']);
                """);
        assertThat(wrong).isEmpty();
    }

    @Test
    void clickOnANumber_copiesWhatTheCommandPrints() {
        browser.open(pages.markup());
        browser.command("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
        Path results = pages.markup().getParent().getParent();
        String id = (String) browser.run("const link = document.querySelector('main a[data-id]');"
                + "link.scrollIntoView(); link.click(); return link.dataset.id");
        String copied = browser.clipboard();
        assertThat(copied)
                .isEqualTo(CommandLineOfTests.said("cite", id, "--results", results.toString())
                        .strip());
        assertThat((String) browser.run("return document.getElementById('said').innerText"))
                .contains(id);
        assertThat((String) browser.run("return decodeURIComponent(location.hash)"))
                .isEqualTo("#" + id);
    }

    @Test
    void addressWithAnId_opensThePageAtThatNumber() {
        browser.open(pages.markup());
        String id = (String) browser.run(
                "iomodels.openAll();" + "return [...document.querySelectorAll('a[data-id]')].pop().dataset.id");
        browser.open(pages.markup(), "#" + id);
        assertThat(browser.focused().getDomAttribute("data-id")).isEqualTo(id);
        assertThat(browser.focused().isDisplayed()).isTrue();
    }

    @Test
    void page_canBePrinted() {
        browser.open(pages.markup());
        byte[] pdf = Base64.getDecoder()
                .decode((String) browser.command("Page.printToPDF", Map.of()).get("data"));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-");
        assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count())
                .isGreaterThan(2);
        assertThat(browser.complaints()).isEmpty();
    }
}
