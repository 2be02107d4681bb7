package dev.iomodels.report;

import dev.iomodels.result.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with everything in it: styles, scripts and data. It opens from a disk, and asks no network for anything. */
final class HtmlPage {
    private static final String HTML = "/dev/iomodels/report/html/";
    private static final Pattern HOLE = Pattern.compile("\\{\\{([\\w.-]+)}}");

    private HtmlPage() {}

    /** The page that shows {@code data}; the template names the scripts, in the order in which they need each other. */
    static String of(PageData data) {
        Map<String, String> parts = Map.of(
                "title", escaped(data.title()),
                "echarts", resource(echarts()),
                "data", inScript(Json.compact(data)));
        return HOLE.matcher(resource(HTML + "page.html"))
                .replaceAll(hole -> Matcher.quoteReplacement(
                        parts.containsKey(hole.group(1)) ? parts.get(hole.group(1)) : resource(HTML + hole.group(1))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** JSON that no HTML parser finds an end of a script or the begin of a comment in. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String echarts() {
        Properties build = new Properties();
        try (InputStream in = open("/dev/iomodels/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the build's own facts cannot be read", e);
        }
        return "/META-INF/resources/_static/echarts/" + build.getProperty("echarts") + "/dist/echarts.min.js";
    }

    private static String resource(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = HtmlPage.class.getResourceAsStream(name);
        if (in == null) throw new IllegalStateException(name + " is not in this build");
        return in;
    }
}
