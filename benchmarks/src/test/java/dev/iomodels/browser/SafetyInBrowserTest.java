package dev.iomodels.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.PageRuns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Words from a run stay words, and a page is alone with its reader. */
@NeedsBrowser
final class SafetyInBrowserTest {
    private final Browser browser;
    private final Pages pages;

    SafetyInBrowserTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.pages = pages;
    }

    private void openAndLookAtEverything(Path page) {
        String script = (String) browser.command(
                        "Page.addScriptToEvaluateOnNewDocument",
                        Map.of("source", "window.alerted = []; window.alert = what => alerted.push(what);"))
                .get("identifier");
        browser.open(page);
        browser.command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        browser.run("iomodels.drawAll(); iomodels.openAll();");
    }

    @Test
    void modelCalledLikeAScript_isShown_andRunsNothing() {
        openAndLookAtEverything(pages.markup());
        assertThat((List<?>) browser.run("return alerted")).isEmpty();
        assertThat((String) browser.run("return document.body.innerText"))
                .contains(PageRuns.MARKUP, "<img src=nowhere.png");
        assertThat(browser.run("return document.querySelectorAll('[onerror], img, svg script, svg image').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return document.querySelectorAll('main script').length"))
                .isEqualTo(0L);
        assertThat((List<?>) browser.run("return iomodels.errors")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /** What a mouse brings up is made by another path than what is drawn. */
    @Test
    void tooltipOfThatModel_isTextToo() {
        openAndLookAtEverything(pages.markup());
        Object shown = browser.run("""
                const shown = [];
                for (const dom of document.querySelectorAll('.chart')) {
                  const chart = echarts.getInstanceByDom(dom);
                  const series = chart.getOption().series || [];
                  for (let s = 0; s < series.length; s++)
                    for (let d = 0; d < Math.min(20, (series[s].data || []).length); d++) {
                      chart.dispatchAction({type: 'showTip', seriesIndex: s, dataIndex: d});
                      shown.push(dom.innerText);
                    }
                }
                return shown;
                """);
        assertThat((List<?>) shown).isNotEmpty();
        assertThat((List<?>) browser.run("return alerted")).isEmpty();
        assertThat(browser.run("return document.querySelectorAll('[onerror], .chart img, .chart script').length"))
                .isEqualTo(0L);
    }

    @Test
    void page_asksForNothingButItself() {
        openAndLookAtEverything(pages.everything());
        List<String> asked = browser.requests().stream()
                .map(message -> JsonMapper.shared()
                        .readTree(message)
                        .at("/message/params/request/url")
                        .asString())
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
        assertThat(asked).containsExactly(pages.everything().toUri().toString());
    }
}
