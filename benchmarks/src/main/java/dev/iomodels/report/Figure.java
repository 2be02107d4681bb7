package dev.iomodels.report;

import dev.iomodels.result.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A figure of a report's page, drawn: two SVG files.
 *
 * @param key what its files are called
 * @param svg as it stands on the page
 * @param slide the same for a slide: larger type, fewer lines
 */
record Figure(String key, String svg, String slide) {
    /** A file of such a figure, and none that leads anywhere else. */
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9@._-]*");

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /** Its files' names. */
    List<String> names() {
        return List.of(key + ".svg", key + "-slide.svg");
    }

    /** Looks whether it can be written. @throws NotDrawn if its name is no file's, or one of its files no SVG */
    void check() {
        if (key == null || !KEY.matcher(key).matches())
            throw new NotDrawn("\"" + key + "\": no name for a figure; it has a-z, 0-9, @, dots and dashes", null);
        for (String drawn : new String[] {svg, slide}) {
            if (drawn == null) throw new NotDrawn(key + ": not drawn", null);
            try {
                SAXParserFactory factory = SAXParserFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                factory.newSAXParser().parse(new InputSource(new StringReader(drawn)), new Root());
            } catch (SAXException | IOException e) {
                throw new NotDrawn(key + ": no SVG: " + e.getMessage(), e);
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException("every JDK has an XML parser", e);
            }
        }
    }

    /** Writes both files into {@code directory}. */
    void write(Path directory) {
        AtomicFile.write(directory.resolve(names().get(0)), svg);
        AtomicFile.write(directory.resolve(names().get(1)), slide);
    }

    /** Parses all there is, for what it throws, and looks at the outermost element. */
    private static final class Root extends DefaultHandler {
        private boolean begun;

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes)
                throws SAXException {
            if (!begun && !(space.equals(NAMESPACE) && name.equals("svg")))
                throw new SAXException(
                        "it begins with <" + qualified + ">, not with <svg xmlns=\"" + NAMESPACE + "\">");
            begun = true;
        }
    }
}
