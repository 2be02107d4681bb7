package dev.iomodels.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, which notes what goes wrong on a page, what it asks the network for, and what is saved. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Speaks of versions of a protocol that nothing here uses. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Starts one, with the driver that is here: Selenium would fetch one else. */
    static Browser start(Programs programs) {
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(programs.chromium().orElseThrow().toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // One page's question must not keep all tests after it from being asked.
        options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
        options.addArguments(
                "--headless",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,1600");
        // As root, who runs builds in containers, the sandbox refuses to start.
        if (System.getProperty("user.name").equals("root")) options.addArguments("--no-sandbox");
        System.setProperty(
                ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY,
                programs.driver().orElseThrow().toString());
        try {
            Path downloads = Files.createTempDirectory("iomodels-downloads");
            Browser browser = new Browser(new ChromeDriver(options), downloads);
            browser.command(
                    "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page from disk; what was noted of the one before is forgotten. */
    public void open(Path page) {
        open(page, "");
    }

    /** The same with something behind the address: {@code #figures}. */
    public void open(Path page, String behind) {
        driver.get("about:blank");
        logs(LogType.BROWSER);
        logs(LogType.PERFORMANCE);
        driver.get(page.toAbsolutePath().toUri() + behind);
    }

    /** What a function body returns on the page. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** A command of the DevTools protocol. */
    public Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    /** Whether the page is to be light or dark, as the system would tell it. */
    public void scheme(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Presses a key. */
    public void type(CharSequence key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** What has the focus. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What was copied last. */
    public String clipboard() {
        return (String) driver.executeAsyncScript(
                "navigator.clipboard.readText().then(arguments[0], failed => arguments[0]('unread: ' + failed))");
    }

    /** What fits a CSS selector. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What the console has heard since the page was opened or this was asked: warnings and errors. */
    public List<String> complaints() {
        return logs(LogType.BROWSER).stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::toString)
                .toList();
    }

    /** What the page asked for since it was opened: lines of the DevTools protocol, each with an address. */
    public List<String> requests() {
        return logs(LogType.PERFORMANCE).stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
    }

    private List<LogEntry> logs(String type) {
        return driver.manage().logs().get(type).getAll();
    }

    /** The file that {@code click} makes the page save. */
    public Path saved(Runnable click) {
        clear();
        click.run();
        return await(
                "a file in " + downloads,
                () -> files().stream()
                        .filter(file -> !file.toString().endsWith(".crdownload"))
                        // An empty file keeps the name until what is downloaded moves there, whole.
                        .filter(file -> file.toFile().length() > 0)
                        .filter(file -> !file.getFileName().toString().startsWith(".")));
    }

    /** Waits until there is something. */
    public static <T> T await(String what, Supplier<Stream<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<T> found = look.get().toList();
            if (!found.isEmpty()) return found.get(0);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + what, e);
            }
        }
        throw new AssertionError("waited in vain for " + what);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(downloads)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        for (Path file : files())
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
    }

    @Override
    public void close() {
        driver.quit();
        clear();
        try {
            Files.deleteIfExists(downloads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
