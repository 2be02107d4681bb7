package dev.iomodels.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsBrowser
final class LargePageTest {
    private static final int CELLS = 500;
    private static final long MOST_BYTES = 3_000_000;
    private static final double MOST_MILLIS = 3_000;
    private static final int TRIES = 5;
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 1_600;

    private final Browser browser;
    private final Pages pages;

    LargePageTest(Browser browser, Pages pages) {
        this.browser = browser;
        this.pages = pages;
    }

    /** The one timing that decides: the best of a few, so that it is the page that is timed and not who else is at work. */
    @Test
    void fiveHundredCells_areOpenInThreeSeconds_withAChartDrawn() throws IOException {
        Path page = pages.large();
        assertThat(Files.size(page)).isLessThanOrEqualTo(MOST_BYTES);
        browser.scheme("light");
        String script = (String) browser.command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                                const look = () => {
                                  if (window.iomodels && iomodels.ready && document.querySelector('.chart svg path')) window.openedAfter = performance.now();
                                  else requestAnimationFrame(look);
                                };
                                requestAnimationFrame(look);
                                """))
                .get("identifier");
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && best > MOST_MILLIS; i++) {
            browser.open(page);
            browser.run("(document.querySelector('figure') || document.body).scrollIntoView()");
            Number after = (Number) Browser.await(
                    "the page", () -> java.util.stream.Stream.ofNullable(browser.run("return window.openedAfter")));
            best = Math.min(best, after.doubleValue());
        }
        browser.command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
        assertThat((Long) browser.run("return iomodels.data.cells.length")).isGreaterThanOrEqualTo(CELLS);
        assertThat(best).as("ms until %s was open", page).isLessThan(MOST_MILLIS);
        assertThat((List<?>) browser.run("return iomodels.errors")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /** To be looked at: whether it is a page that people read, no test can tell. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void topOfThePage_isKeptAsAPicture(String scheme) throws IOException {
        browser.scheme(scheme);
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        browser.open(pages.everything());
        byte[] png = Base64.getDecoder()
                .decode((String) browser.command("Page.captureScreenshot", Map.of("format", "png"))
                        .get("data"));
        browser.command("Emulation.clearDeviceMetricsOverride", Map.of());
        Path file = Path.of("target", "screenshots", "report-" + scheme + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
    }
}
