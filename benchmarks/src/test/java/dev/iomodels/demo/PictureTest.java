package dev.iomodels.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iomodels.fetch.Models;
import dev.iomodels.stub.Delay;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The slide and the page: whole, self-contained, and nobody's words are markup. */
class PictureTest {
    private static final String EVIL = "<script>alert('x')</script>\u001b[31m\u202e\"&";

    private static final Round ROUND =
            Round.ofStub(URI.create("http://127.0.0.1:1"), 3, Delay.parse("uniform:100ms..900ms"), 1);
    private static final Turn.Taken BLOCKING =
            Fetched.madeUp(Models.named("blocking"), ROUND, 0, 200, 200, 600, 600, 700);
    private static final Turn.Taken SELECTOR =
            Fetched.failed(Fetched.madeUp(Models.named("selector"), ROUND, 0, 200, 0, 400, 0, 100), 2, EVIL);
    private static final Turn.Missed MISSED = new Turn.Missed(Models.named("netty"), "netty-1", EVIL, 0);
    private static final Played PLAYED = new Played(ROUND, List.of(BLOCKING, SELECTOR, MISSED));

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void slide_isXml_withABarForEachPage_aNameAndTheWallTime() throws Exception {
        String svg = Picture.of(List.of(PLAYED, PLAYED), Fetched.COLOPHON);
        Document slide = parsed(svg);
        assertThat(slide.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 1920 1080");
        assertThat(slide.getDocumentElement().getTextContent())
                .contains("blocking", "selector", "netty-1", "700 ms", "400 ms", "1 failed", "skipped: ")
                .contains("3 pages", "standing in line", "waiting for the page", "failed")
                .contains(Colophon.LABEL, "iomodels 1 & \"2\"", "JDK <17>", "a machine", "2026-11-28");
        assertThat(svg).contains("#0B0B0B", "#073A29").doesNotContain("<script", "\u001b", "\u202e");
    }

    @Test
    void bars_beginWherePagesWereAskedFor_andEndWhereTheyCame() {
        Panel panel = new Panel(BLOCKING.fetches(), 700_000_000, 100, 50, 700, 30);
        assertThat(panel.inLine()).isEqualTo("M100 46.3h200v7.4h-200zM100 56.3h600v7.4h-600z");
        assertThat(panel.inFlight()).isEqualTo("M100 36.3h200v7.4h-200zM300 46.3h400v7.4h-400zM700 56.3h100v7.4h-100z");
        assertThat(panel.failed()).isEmpty();
        Panel failed = new Panel(SELECTOR.fetches(), 700_000_000, 100, 50, 700, 30);
        assertThat(failed.inLine()).isEmpty();
        assertThat(failed.failed()).isEqualTo("M100 56.3h100v7.4h-100z");
    }

    @Test
    void page_needsNothingButItself_andIsDarkToo() {
        String html = HtmlPage.of(List.of(PLAYED), Fetched.COLOPHON);
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("src=", "href", "url(", "@import", "<link", "<script", "http://", "https://", "//");
        assertThat(html)
                .contains("prefers-color-scheme: dark", ".f-model-selector { fill: #BCF8FC }", Colophon.LABEL)
                .contains("700 ms", "<td>–</td>", "<details open>");
    }

    @Test
    void wordsOfOthers_areNoMarkup_andKeepNoControlCharacter() {
        String html = HtmlPage.of(List.of(PLAYED), Fetched.COLOPHON);
        assertThat(html)
                .contains("failed: &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\uFFFD[31m\uFFFD&quot;&amp;")
                .contains("JDK &lt;17&gt;")
                .doesNotContain("\u001b", "\u202e", EVIL);
        assertThat(Plain.text("a\tb\r\nc\u0000\u009b31m\u2028\ud800"))
                .isEqualTo("a\uFFFDb\uFFFD\uFFFDc\uFFFD\uFFFD31m\uFFFD\uFFFD");
        assertThat(Plain.text("ä…字😀")).isEqualTo("ä…字😀");
        assertThat(Plain.text("12345", 4)).isEqualTo("123…");
    }
}
